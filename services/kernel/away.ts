// An engine that doesn't answer: what is asked again later is answered.

/** Nothing can be recorded or read. Its cause is what was seen of it. */
export class DatabaseAway extends Error {}

/** Only names can't be searched. */
export class SearchAway extends Error {}
