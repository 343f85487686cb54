/** A sentence for the person who started the platform on data it can't use. */
export class UnusableData extends Error {}
