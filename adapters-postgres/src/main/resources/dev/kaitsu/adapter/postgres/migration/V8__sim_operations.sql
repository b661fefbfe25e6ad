-- Operations on SIM lines. Additions only, so programs of before go on working beside these tables.

-- One row per line: the lock and the truth of who may write, as kaitsu.orders is for orders. The
-- line's id stands for its number wherever the number must not be seen. wish_seq counts requests
-- to look at the line, epoch counts claims, operations counts the operations taken on.
create table kaitsu.managed_lines (
  line_id    bigint generated always as identity primary key,
  number     text not null unique,
  wish_seq   bigint not null default 0,
  epoch      bigint not null default 0,
  owner      text,
  operations bigint not null default 0,
  updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

-- One row per operation. fact_seq is the place of its newest fact: who adds names the one that was
-- seen last, so that of two at once only one is heard.
create table kaitsu.sim_operations (
  operation_id    uuid primary key,
  line_id         bigint not null references kaitsu.managed_lines,
  position        bigint not null,
  kind            text not null,
  data            jsonb not null,
  asked_by        text not null,
  idempotency_key text unique,
  requested_at    timestamptz not null,
  not_before      timestamptz not null,
  state           text not null default 'WAITING',
  fact_seq        bigint not null default 0,
  touched_at      timestamptz not null default clock_timestamp(),
  unique (line_id, position)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index sim_operations_unsettled on kaitsu.sim_operations (requested_at)
  where state in ('WAITING', 'RUNNING', 'PARKED');

comment on column kaitsu.sim_operations.state is
  'what the newest facts say, for questions over many operations; decisions are made from kaitsu.sim_facts';

-- What is established about each operation; rows are only ever added.
create table kaitsu.sim_facts (
  operation_id uuid not null references kaitsu.sim_operations,
  seq          bigint not null,
  epoch        bigint not null,
  at           timestamptz not null default clock_timestamp(),
  kind         text not null,
  data         jsonb not null,
  primary key (operation_id, seq)
);
