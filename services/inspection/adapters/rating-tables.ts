/** Where ratings wait for each other. A step that data may have taken is never changed: another one follows it. */
export const ratingTables: Readonly<Record<number, string>> = {
  4: `
-- Ratings that wait for each other: nothing says when they came.
create table log.rating_waiting (
  authority text not null, code_sha256 text collate "C" primary key, scores smallint[] not null
);
`,
}
