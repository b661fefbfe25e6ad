-- Which order a line is, or may be, activated for: no two orders activate one line.
create table kaitsu.sim_lines (
  line text primary key,
  order_id text not null references kaitsu.orders (order_id),
  since timestamptz not null default clock_timestamp()
);

create index sim_lines_order_id on kaitsu.sim_lines (order_id);
