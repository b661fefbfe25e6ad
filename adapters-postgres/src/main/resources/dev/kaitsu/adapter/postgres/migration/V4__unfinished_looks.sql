-- Looks that come to no end, and orders that are left with something to do.

-- unfinished: how many looks in a row came to no end without getting further; a running look counts.
-- set_aside: work died whatever was tried; only somebody who asks brings the order back.
-- searching: what an unanswered creating call may have left is still being looked for.
alter table kaitsu.orders
  add column unfinished int not null default 0,
  add column set_aside boolean not null default false,
  add column searching boolean not null default false;

-- For orders of before: a search is on if the newest fact about a creating call leaves it open.
update kaitsu.orders as known
set searching = true
from (
  select distinct on (order_id) order_id, kind
  from kaitsu.facts
  where kind in ('CreationSent', 'CreationUnanswered', 'CreationRefused', 'Billed',
                 'LookClosed', 'LostOrderFound')
  order by order_id, seq desc) as newest
where newest.order_id = known.order_id and newest.kind in ('CreationSent', 'CreationUnanswered');
