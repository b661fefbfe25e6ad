-- What a program of version 1 leaves behind when it is stopped in the middle of everything.

insert into kaitsu.orders
  (order_id, hint_seq, looked_seq, epoch, owner, correlation_id, asked, waiting_for, fact_seq, state, failure_code, billing_order_id)
values
  -- died in AddOrder
  ('801000000000001AAA', 1, 0, 1, 'dead-node', 'request-1', true, null, 4, 'WORKING', null, null),
  -- live in billing, Salesforce not told yet
  ('801000000000002AAA', 1, 0, 3, null, 'request-2', true, 'Salesforce has not taken the result: 503', 8, 'WORKING', null, 52),
  -- failed, Salesforce not told yet
  ('801000000000003AAA', 2, 0, 1, null, 'request-3', true, 'Salesforce has not taken the result: 503', 4, 'WORKING', 'MAPPING_NO_LINES', null),
  -- failed with a lost answer, its order still looked for
  ('801000000000004AAA', 1, 0, 2, null, 'request-4', true, 'looking for the order of an unanswered AddOrder', 8, 'FAILED', 'ETIMEOUT', null),
  -- parked: Salesforce refused the result
  ('801000000000005AAA', 2, 2, 2, null, 'request-5', true, null, 9, 'PARKED', null, 55),
  -- hinted at by a sweep, nobody has looked
  ('801000000000006AAA', 1, 0, 0, null, 'sweep-6', false, null, 0, null, null, null),
  -- long over, with everything else that can happen
  ('801000000000007AAA', 3, 3, 4, null, 'request-7', true, null, 10, 'WITHDRAWN', null, 57);

insert into kaitsu.facts (order_id, seq, epoch, at, kind, data) values
  ('801000000000001AAA', 1, 1, now() - interval '30 s', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000001AAA', 2, 1, now() - interval '30 s', 'StepFinished', '{"step":"validation","took":"PT0.012S"}'),
  ('801000000000001AAA', 3, 1, now() - interval '30 s', 'StepFinished', '{"step":"mapping","took":"PT0S"}'),
  ('801000000000001AAA', 4, 1, now() - interval '30 s', 'CreationSent', '{"client":7,"highWater":41,"requestDigest":"abc"}'),

  ('801000000000002AAA', 1, 1, now() - interval '60 s', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000002AAA', 2, 1, now() - interval '60 s', 'CreationSent', '{"client":8,"highWater":null,"requestDigest":"abc"}'),
  ('801000000000002AAA', 3, 1, now() - interval '60 s', 'Billed', '{"id":52,"services":[9,10],"adopted":false}'),
  ('801000000000002AAA', 4, 1, now() - interval '60 s', 'AcceptSent', '{}'),
  ('801000000000002AAA', 5, 2, now() - interval '50 s', 'AcceptSent', '{}'),
  ('801000000000002AAA', 6, 2, now() - interval '50 s', 'Accepted', '{}'),
  ('801000000000002AAA', 7, 2, now() - interval '50 s', 'WriteBackOwed', '{"writeBack":{"kind":"Activated","order":"801000000000002AAA","billedAs":52,"client":8,"completesStatus":true,"services":{"802000000000001AAA":[9,10]},"opportunity":"006000000000001AAA"}}'),
  ('801000000000002AAA', 8, 2, now() - interval '50 s', 'WriteBackSent', '{"orderModifiedAt":"2026-11-20T03:00:00.123Z"}'),

  ('801000000000003AAA', 1, 1, now() - interval '9 s', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000003AAA', 2, 1, now() - interval '9 s', 'Halted', '{"step":"mapping","kind":"REFUSED","code":"MAPPING_NO_LINES","reason":"no lines"}'),
  ('801000000000003AAA', 3, 1, now() - interval '9 s', 'WriteBackOwed', '{"writeBack":{"kind":"Failed","order":"801000000000003AAA","code":"MAPPING_NO_LINES","message":"no lines"}}'),
  ('801000000000003AAA', 4, 1, now() - interval '9 s', 'WriteBackSent', '{"orderModifiedAt":"2026-11-20T03:00:00.123Z"}'),

  ('801000000000004AAA', 1, 1, now() - interval '90 s', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000004AAA', 2, 1, now() - interval '90 s', 'CreationSent', '{"client":9,"highWater":44,"requestDigest":"abc"}'),
  ('801000000000004AAA', 3, 1, now() - interval '80 s', 'CreationUnanswered', '{"code":"ETIMEOUT","reason":"no answer"}'),
  ('801000000000004AAA', 4, 1, now() - interval '80 s', 'Halted', '{"step":"whmcs_create","kind":"UNCERTAIN","code":"ETIMEOUT","reason":"no answer"}'),
  ('801000000000004AAA', 5, 1, now() - interval '80 s', 'WriteBackOwed', '{"writeBack":{"kind":"Failed","order":"801000000000004AAA","code":"ETIMEOUT","message":"no answer"}}'),
  ('801000000000004AAA', 6, 1, now() - interval '80 s', 'WriteBackSent', '{"orderModifiedAt":"2026-11-20T03:00:00.123Z"}'),
  ('801000000000004AAA', 7, 1, now() - interval '80 s', 'WriteBackDelivered', '{}'),
  ('801000000000004AAA', 8, 1, now() - interval '80 s', 'AttemptEnded', '{"outcome":"FAILED","reason":"ETIMEOUT"}'),

  ('801000000000005AAA', 1, 1, now() - interval '1 day', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000005AAA', 2, 1, now() - interval '1 day', 'CreationSent', '{"client":10,"highWater":45,"requestDigest":"abc"}'),
  ('801000000000005AAA', 3, 1, now() - interval '1 day', 'Billed', '{"id":55,"services":[],"adopted":true}'),
  ('801000000000005AAA', 4, 1, now() - interval '1 day', 'Accepted', '{}'),
  ('801000000000005AAA', 5, 1, now() - interval '1 day', 'WriteBackOwed', '{"writeBack":{"kind":"Activated","order":"801000000000005AAA","billedAs":55,"client":10,"completesStatus":false,"services":{},"opportunity":null}}'),
  ('801000000000005AAA', 6, 1, now() - interval '1 day', 'WriteBackSent', '{"orderModifiedAt":"2026-11-20T03:00:00.123Z"}'),
  ('801000000000005AAA', 7, 1, now() - interval '1 day', 'WriteBackParked', '{"reason":"a validation rule"}'),
  ('801000000000005AAA', 8, 1, now() - interval '1 day', 'AttemptEnded', '{"outcome":"PARKED","reason":"Salesforce refuses the result"}'),
  ('801000000000005AAA', 9, 2, now() - interval '1 day', 'Skipped', '{"reason":"not changed since"}'),

  ('801000000000007AAA', 1, 1, now() - interval '2 days', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000007AAA', 2, 1, now() - interval '2 days', 'CreationSent', '{"client":11,"highWater":46,"requestDigest":"abc"}'),
  ('801000000000007AAA', 3, 1, now() - interval '2 days', 'CreationRefused', '{"code":"429","reason":"busy"}'),
  ('801000000000007AAA', 4, 1, now() - interval '2 days', 'CreationSent', '{"client":11,"highWater":46,"requestDigest":"abc"}'),
  ('801000000000007AAA', 5, 2, now() - interval '2 days', 'LookClosed', '{"unexplained":[]}'),
  ('801000000000007AAA', 6, 2, now() - interval '2 days', 'LostOrderFound', '{"id":57}'),
  ('801000000000007AAA', 7, 3, now() - interval '2 days', 'Billed', '{"id":57,"services":[],"adopted":true}'),
  ('801000000000007AAA', 8, 3, now() - interval '2 days', 'DuplicatesFound', '{"others":[58]}'),
  ('801000000000007AAA', 9, 3, now() - interval '2 days', 'WriteBackDropped', '{"reason":"changed since"}'),
  ('801000000000007AAA', 10, 4, now() - interval '2 days', 'AttemptEnded', '{"outcome":"WITHDRAWN","reason":"no longer approved"}');

insert into kaitsu.billing_links (billing_order_id, order_id) values
  (52, '801000000000002AAA'), (55, '801000000000005AAA'), (57, '801000000000007AAA'), (58, '801000000000007AAA');

insert into kaitsu.client_turns (client_id, order_id, epoch, until) values
  (7, '801000000000001AAA', 1, now() + interval '2 min');

insert into kaitsu.inbox (topic, event_key, replay_id) values
  ('/data/OrderChangeEvent', 'event-1', '\x01'), ('/data/OrderChangeEvent', 'event-2', '\x02');

insert into kaitsu.parked_events (topic, event_key, schema_id, replay_id, payload, reason) values
  ('/data/OrderChangeEvent', 'event-2', 'schema-1', '\x02', '\xff00', 'the schema is unknown');

insert into kaitsu.cursors (topic, replay_id, saved_at) values
  ('/data/OrderChangeEvent', '\x02', now());

insert into kaitsu.scheduled_tasks
  (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, consecutive_failures, version)
values
  ('fulfil', '801000000000001AAA', now() - interval '30 s', true, 'dead-node', now() - interval '30 s', 0, 1000001),
  ('fulfil', '801000000000002AAA', now() - interval '1 s', false, null, null, 0, 2000001),
  ('fulfil', '801000000000003AAA', now() - interval '1 s', false, null, null, 1, 3000001),
  ('fulfil', '801000000000004AAA', now() + interval '1 h', false, null, null, 0, 4000001),
  ('fulfil', '801000000000006AAA', now() - interval '1 s', false, null, null, 0, 5000000),
  ('sweep', 'recurring', now() + interval '1 h', false, null, null, 0, 9),
  ('tidy', 'recurring', now() + interval '1 h', false, null, null, 0, 9);
