-- Kaitsu's own tables. Everything here lives in the schema kaitsu.

-- One row per order: the lock and the truth of who may write. hint_seq counts hints, looked_seq is
-- the last hint that a finished look has seen, epoch counts claims. No index beside the key: these
-- columns change with every step, and unindexed columns change in place.
create table kaitsu.orders (
  order_id         text primary key,
  hint_seq         bigint not null default 0,
  looked_seq       bigint not null default 0,
  epoch            bigint not null default 0,
  owner            text,
  correlation_id   text,
  asked            boolean not null default false,
  deferrals        int not null default 0,
  waiting_for      text,
  fact_seq         bigint not null default 0,
  state            text,
  failure_code     text,
  billing_order_id bigint,
  created_at       timestamptz not null default clock_timestamp(),
  updated_at       timestamptz not null default clock_timestamp()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

comment on column kaitsu.orders.state is
  'for people: what the newest facts say; decisions are made from kaitsu.facts alone';

-- What is established about each order; rows are only ever added. No foreign key: the fenced write
-- has just updated the order's row, so a second look at it would only cost time.
create table kaitsu.facts (
  order_id text not null,
  seq      bigint not null,
  epoch    bigint not null,
  at       timestamptz not null default clock_timestamp(),
  kind     text not null,
  data     jsonb not null,
  primary key (order_id, seq)
);

-- Which billing order belongs to which order: a billing order never belongs to two.
create table kaitsu.billing_links (
  billing_order_id bigint primary key,
  order_id         text not null references kaitsu.orders,
  linked_at        timestamptz not null default clock_timestamp()
);

-- One creating call per client at a time, across all nodes.
create table kaitsu.client_turns (
  client_id bigint primary key,
  order_id  text not null references kaitsu.orders,
  epoch     bigint not null,
  until     timestamptz not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index client_turns_order on kaitsu.client_turns (order_id);

-- Which events were received; kept longer than any stream can replay.
create table kaitsu.inbox (
  topic       text not null,
  event_key   text not null,
  replay_id   bytea not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (topic, event_key)
) with (autovacuum_vacuum_scale_factor = 0.02);
create index inbox_received on kaitsu.inbox using brin (received_at);

-- Events that nobody could read, with their bytes.
create table kaitsu.parked_events (
  topic     text not null,
  event_key text not null,
  schema_id text not null,
  replay_id bytea not null,
  payload   bytea not null,
  reason    text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (topic, event_key)
);

-- Where each topic is resumed.
create table kaitsu.cursors (
  topic     text primary key,
  replay_id bytea not null,
  saved_at  timestamptz not null
) with (fillfactor = 70);

-- The job engine's table, as db-scheduler 16 wants it. A row is a ticket: "look at this order".
create table kaitsu.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index scheduled_tasks_due on kaitsu.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on kaitsu.scheduled_tasks (last_heartbeat);

-- A ticket's version counts its picks. Each new ticket starts far above the last one, so that a
-- late holder of an older ticket for the same order can never mistake the new one for its own.
create sequence kaitsu.ticket_versions increment by 1000000 start with 1000000;
