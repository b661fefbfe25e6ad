-- What an operator asks; every view follows from the facts.

create view kaitsu.attempt_facts as
select order_id, seq, at, kind, data,
  count(*) filter (where kind = 'AttemptStarted') over (partition by order_id order by seq) as attempt
from kaitsu.facts;

create view kaitsu.attempts as
select order_id, attempt,
  min(at) filter (where kind = 'AttemptStarted') as started_at,
  max(at) filter (where kind = 'AttemptEnded') as ended_at,
  max(data ->> 'outcome') filter (where kind = 'AttemptEnded') as outcome,
  max(data ->> 'step') filter (where kind = 'Halted') as halted_at_step,
  max(data ->> 'code') filter (where kind = 'Halted') as failure_code,
  max(data ->> 'reason') filter (where kind in ('Halted', 'AttemptEnded')) as reason,
  max((data ->> 'id')::bigint) filter (where kind = 'Billed') as billing_order_id
from kaitsu.attempt_facts
where attempt > 0
group by order_id, attempt;

create view kaitsu.steps as
select order_id, attempt, seq, at,
  data ->> 'step' as step,
  case kind when 'StepFinished' then 'finished' else lower(data ->> 'kind') end as result,
  data ->> 'took' as took,
  data ->> 'code' as failure_code,
  data ->> 'reason' as reason
from kaitsu.attempt_facts
where kind in ('StepFinished', 'Halted');

create view kaitsu.owed_write_backs as
select owed.order_id, owed.at as owed_since,
  owed.data -> 'writeBack' ->> 'kind' as kind,
  owed.data -> 'writeBack' as write_back,
  exists (select 1 from kaitsu.facts sent
          where sent.order_id = owed.order_id and sent.seq > owed.seq
            and sent.kind = 'WriteBackSent') as was_sent
from kaitsu.facts owed
where owed.kind = 'WriteBackOwed'
  and not exists (select 1 from kaitsu.facts later
                  where later.order_id = owed.order_id and later.seq > owed.seq
                    and later.kind in ('WriteBackOwed', 'WriteBackDelivered',
                                       'WriteBackDropped', 'WriteBackParked'));
