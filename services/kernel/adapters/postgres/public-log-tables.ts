import type { Session } from './connection.ts'

const TABLES = `
create schema public_log;
-- One row: how far the log is.
create table public_log.head (one boolean primary key default true check (one), size bigint not null, position bigint not null, map_root bytea not null);
-- Level -1 holds bundles of entries.
create table public_log.tile (level smallint not null, index bigint not null, bytes bytea not null, primary key (level, index));
create table public_log.entry (index bigint primary key, position bigint not null unique, opening text);
create table public_log.node (name bytea primary key, bytes bytea not null);
create table public_log.checkpoint (size bigint not null, issued_at timestamptz not null, note text not null, keys text not null, primary key (size, issued_at));
create index checkpoint_issued_at on public_log.checkpoint (issued_at);
`

/** The public log's tables, made where they are missing: data of a platform that kept none gets them too. */
export const preparePublicLog = async (tx: Session): Promise<void> => {
  const [existing] = await tx.query(`select to_regclass('public_log.head') is not null`)
  if (existing?.[0] !== true) await tx.query(TABLES)
}
