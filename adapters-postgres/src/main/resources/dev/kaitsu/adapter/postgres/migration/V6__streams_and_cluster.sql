-- Several nodes: who reads which topic, who may call how much, and what is down. Additions only, so
-- programs of before go on working beside these tables.

-- One node reads a topic at a time. The term counts changes of hands: a batch that comes under an
-- older term is refused in the transaction that would have stored it. Times are the database's.
create table kaitsu.stream_leases (
  topic text primary key,
  owner text,
  term  bigint not null default 0,
  until timestamptz not null default '-infinity'
) with (fillfactor = 70);

-- Topics whose next stream begins with the oldest event still retained, or with what comes from now
-- on, whatever the cursor says, because somebody asked. The row goes when the first cursor of that
-- stream is saved.
create table kaitsu.replay_requests (
  topic       text primary key,
  from_now_on boolean not null default false,
  asked_by    text not null,
  asked_at    timestamptz not null default clock_timestamp()
);

-- What people did to a topic's place, and where it stood before: the way back.
create table kaitsu.cursor_changes (
  id         bigint generated always as identity primary key,
  topic      text not null,
  was        bytea,
  became     text not null,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- Event schemas. An id never gets another schema, so a row is good for ever.
create table kaitsu.event_schemas (
  schema_id  text primary key,
  json       text not null,
  fetched_at timestamptz not null default clock_timestamp()
);

-- Parked events that a later program could read, or that somebody has seen to.
alter table kaitsu.parked_events add column settled_at timestamptz, add column settled_as text;

-- The nodes that call an outside system: how many requests each may have under way, and how many
-- more it would need. A node that needs some and has none is hungry. What a node holds runs out
-- with its row.
create table kaitsu.call_shares (
  system text not null,
  node   text not null,
  held   int not null default 0,
  wants  int not null default 0,
  hungry_since timestamptz,
  until  timestamptz not null,
  primary key (system, node)
) with (fillfactor = 70);

-- Outside systems that were found down, until they are fully back. No row: up. rounds counts the
-- groups of waiting orders that were started since it is back.
create table kaitsu.held_systems (
  system     text primary key,
  down_since timestamptz not null default clock_timestamp(),
  back_since timestamptz,
  rounds     int not null default 0,
  reason     text not null
);

-- Since when an order waits for a system that is down (null while it does not), and whether its
-- turn to be started has come since.
alter table kaitsu.orders
  add column held_since timestamptz,
  add column released boolean not null default false;

-- What an outside system says about its limits, told by whichever node asked last.
create table kaitsu.api_limits (
  name      text primary key,
  most      bigint not null,
  remaining bigint not null,
  told_at   timestamptz not null default clock_timestamp()
);
