/** A sentence for the person who wanted an engine: why there is none, and what to do. */
export class NoEngine extends Error {}
