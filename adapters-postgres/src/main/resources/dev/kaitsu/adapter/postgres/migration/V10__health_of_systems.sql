-- How the systems around us do: who checks them when, what was found, and how many calls failed.
-- Additions only, so programs of before go on working beside these tables.

-- One row for each system that was ever checked. A node claims a check by moving next_at to the end
-- of its lease, and writes what it found only while next_at is still that: a node that died or froze
-- meanwhile has lost the check to another. attended_at also moves when a check is left out on
-- purpose.
create table kaitsu.health_checks (
  system      text primary key,
  next_at     timestamptz not null,
  attended_at timestamptz,
  checked_at  timestamptz,
  level       text,
  response_ms bigint,
  problem     text
) with (fillfactor = 70);

-- What the newest checks of each system found; older ones are deleted with each new one.
create table kaitsu.health_results (
  id          bigint generated always as identity primary key,
  system      text not null,
  checked_at  timestamptz not null,
  level       text not null,
  response_ms bigint not null,
  problem     text
);
create index health_results_newest on kaitsu.health_results (system, id);

-- Calls of all nodes together, by the minute; kept for an hour.
create table kaitsu.call_tallies (
  system   text not null,
  minute   timestamptz not null,
  calls    bigint not null,
  failures bigint not null,
  primary key (system, minute)
) with (fillfactor = 70);
