// An engine that doesn't answer now; the same question later may succeed.

/** Nothing can be recorded or read. `cause`: the error that showed it. */
export class DatabaseAway extends Error {}

/** Only names can't be searched. */
export class SearchAway extends Error {}
