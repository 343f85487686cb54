/** What the log, its map and its checkpoints are kept in. A step that data may have taken is never changed: another one follows it. */
export const logTables: Readonly<Record<number, string>> = {
  2: `
create schema public_log;
-- One row: how far the log is.
create table public_log.head (one boolean primary key default true check (one), size bigint not null, position bigint not null, map_root bytea not null);
-- Level -1 holds bundles of entries.
create table public_log.tile (level smallint not null, index bigint not null, bytes bytea not null, primary key (level, index));
create table public_log.entry (index bigint primary key, position bigint not null unique, opening text);
create table public_log.node (name bytea primary key, bytes bytea not null);
create table public_log.checkpoint (size bigint not null, issued_at timestamptz not null, note text not null, keys text not null, primary key (size, issued_at));
create index checkpoint_issued_at on public_log.checkpoint (issued_at);
`,
}
