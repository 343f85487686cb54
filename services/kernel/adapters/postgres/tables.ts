/** By version: what turns data of the version before into data of this one. */
export type Tables = Readonly<Record<number, string>>

/**
 * The log, read models and who reads them. Other versions are of services' own adapters. A released step never changes:
 * another one follows it.
 */
export const TABLES: Tables = {
  1: `
create schema log;
create schema read;

create table log.platform (version int not null);
insert into log.platform values (0);

create table log.event (
  position bigint primary key,
  stream text collate "C" not null,
  version int not null,
  type text collate "C" not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  actor text collate "C" not null,
  authority text collate "C" not null,
  basis text collate "C" not null,
  command_id text collate "C",
  correlation_id text collate "C",
  causation_id text collate "C",
  schema int not null,
  payload bytea not null,
  hash bytea not null,
  unique (stream, version)
);
-- A hash index: half the size of a tree of long ids and cheaper to add to. That an id is recorded once is checked under the lock.
create index event_command_id on log.event using hash (command_id) where command_id is not null;
create table log.lease (name text collate "C" primary key, holder text not null, token bigint not null, expires_at timestamptz not null);
create table log.consumer (name text collate "C" primary key, position bigint not null);
create table log.attachment (sha256 text collate "C" primary key, bytes bytea not null);

create table read.projection (name text collate "C" primary key, version int not null, position bigint not null);
create table read.dead_letter (
  consumer text collate "C" not null, key text collate "C" not null, position bigint not null, reason text not null,
  primary key (consumer, key)
);
`,
  3: `
-- How far each topic has been filled, and up to which offset of each partition; whole: it carries every event.
create table log.topic (name text collate "C" primary key, whole boolean not null, position bigint not null);
create table log.topic_partition (
  topic text collate "C" not null, partition int not null, next_offset bigint not null, primary key (topic, partition)
);
-- The ids under which a schema registry knows writers' schemas.
create table log.registered_schema (
  event text collate "C" not null, schema int not null, id int not null, registered_at timestamptz not null default now(),
  primary key (event, schema, id)
);
-- How far a consumer has come in each partition, stored with what it made of it.
create table log.mark (
  consumer text collate "C" not null, topic text collate "C" not null, partition int not null,
  partitions int not null, position bigint not null, next_offset bigint not null,
  primary key (consumer, topic, partition)
);
`,
  5: `
-- The position up to which the log had been read when a partition got its last message.
alter table log.topic_partition add position bigint;
update log.topic_partition set position = (select position from log.topic where name = topic);
alter table log.topic_partition alter position set not null;
`,
  6: `-- Pages of the log are read by a function.`,
}

// Functions hold no data: every step replaces them.
export const FUNCTIONS = `
-- The lock under which positions are given: one writer at a time, released with its transaction.
-- Many appends in one transaction: each is recorded whole or refused alone.
-- r_*: the streams that an append read and their versions; c_*: its command ids; f_*: its lease; e_*: its events in order.
-- Within one call no append reads or writes a stream that one before it writes, and no two have a command id in common.
-- Plans are made once and by index: one made while the table is empty must still be right when it holds millions.
create or replace function log.append(
  r_append int[], r_stream text[], r_version int[],
  c_append int[], c_id text[],
  f_append int[], f_lease text[], f_token bigint[],
  e_append int[], e_stream text[], e_version int[], e_type text[], e_effective_on date[], e_recorded_at timestamptz,
  e_actor text[], e_authority text[], e_basis text[], e_command_id text[], e_correlation_id text[], e_causation_id text[],
  e_schema int[], e_payload bytea[], e_digest bytea[],
  out conflicts int[], out known int[], out fenced int[], out first bigint
) language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  head_hash bytea;
  digest bytea;
  hashes bytea[] := e_digest;
  rejected int[];
  i int := 0;
begin
  perform pg_advisory_xact_lock(4793);
  conflicts := '{}';
  if r_append <> '{}' then
    select coalesce(array_agg(distinct r.append), '{}') into conflicts
      from unnest(r_append, r_stream, r_version) r(append, stream, version)
      where r.version <> coalesce((select e.version from log.event e where e.stream = r.stream order by e.version desc limit 1), 0);
  end if;
  known := '{}';
  if c_id <> '{}' then
    select coalesce(array_agg(distinct c.append), '{}') into known
      from unnest(c_append, c_id) c(append, id) where exists (select from log.event e where e.command_id = c.id);
  end if;
  fenced := '{}';
  if f_lease <> '{}' then
    -- Locked until the commit: a lease can't pass on between the look and the record.
    perform from log.lease where name = any(f_lease) order by name for share;
    select coalesce(array_agg(distinct f.append), '{}') into fenced
      from unnest(f_append, f_lease, f_token) f(append, lease, token)
      where not exists (select from log.lease l where l.name = f.lease and l.token = f.token);
  end if;
  rejected := conflicts || known || fenced;

  select position, hash into first, head_hash from log.event order by position desc limit 1;
  first := coalesce(first, 0) + 1;
  head_hash := coalesce(head_hash, '\\x'::bytea);
  if rejected = '{}' then
    foreach digest in array e_digest loop
      i := i + 1;
      head_hash := sha256(head_hash || digest);
      hashes[i] := head_hash;
    end loop;
    -- In the select list they are read side by side; in the from clause each would be copied first.
    insert into log.event
      select generate_series(first, first - 1 + i), unnest(e_stream), unnest(e_version), unnest(e_type), unnest(e_effective_on), e_recorded_at,
             unnest(e_actor), unnest(e_authority), unnest(e_basis), unnest(e_command_id), unnest(e_correlation_id), unnest(e_causation_id),
             unnest(e_schema), unnest(e_payload), unnest(hashes);
  else
    foreach digest in array e_digest loop
      i := i + 1;
      continue when e_append[i] = any(rejected);
      head_hash := sha256(head_hash || digest);
      hashes[i] := head_hash;
    end loop;
    insert into log.event
      select first - 1 + row_number() over (order by e.ord), e.stream, e.version, e.type, e.effective_on, e_recorded_at, e.actor, e.authority, e.basis,
             e.command_id, e.correlation_id, e.causation_id, e.schema, e.payload, e.hash
      from unnest(e_append, e_stream, e_version, e_type, e_effective_on, e_actor, e_authority, e_basis, e_command_id, e_correlation_id,
                  e_causation_id, e_schema, e_payload, hashes) with ordinality
           e(append, stream, version, type, effective_on, actor, authority, basis, command_id, correlation_id, causation_id, schema, payload, hash, ord)
      where not e.append = any(rejected);
  end if;
  perform pg_notify('mingjian_log', '');
end $$;

-- Events of some types, or of all, after a position. Always in the order of its index: by what the planner believes of a log that grows fast,
-- everything that is left would be read and sorted for every page.
create or replace function log.page(after bigint, up_to bigint, types text[], most int) returns setof log.event
language sql stable set enable_bitmapscan = off set enable_sort = off set plan_cache_mode = force_generic_plan as $$
  select * from log.event where position > after and position <= up_to and (types is null or type = any(types)) order by position limit most
$$;

-- The position up to which a consumer has seen every event: what it read of the log, or what it has seen of all partitions of a topic.
create or replace function log.reached(name text, read_up_to bigint) returns bigint language sql stable as $$
  select greatest(read_up_to, max(seen)) from (
    select coalesce(min(coalesce(m.position, 0)) filter (where coalesce(m.next_offset, 0) < p.next_offset and p.position > $2), t.position) as seen
    from log.topic t join log.topic_partition p on p.topic = t.name
      left join log.mark m on m.topic = p.topic and m.partition = p.partition and m.consumer = $1
    where t.whole
    group by t.name, t.position
  ) topics
$$;
`
