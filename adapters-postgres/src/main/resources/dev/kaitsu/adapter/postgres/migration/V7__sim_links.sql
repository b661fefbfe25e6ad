-- Which order a line (its number) or a SIM card (its product number) is, or may be, activated for: no
-- two orders activate one.
create table kaitsu.sim_links (
  subject text primary key,
  order_id text not null references kaitsu.orders (order_id),
  since timestamptz not null default clock_timestamp()
);

create index sim_links_order_id on kaitsu.sim_links (order_id);
