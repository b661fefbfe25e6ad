-- What a program of version 4 adds: statements of people, looks that died, orders set aside.

insert into kaitsu.orders
  (order_id, hint_seq, looked_seq, epoch, correlation_id, asked, fact_seq, state, failure_code, unfinished, set_aside, searching)
values
  ('801000000000008AAA', 5, 5, 10, 'request-8', true, 5, 'PARKED', 'TAKEOVER_LIMIT', 0, true, true);

insert into kaitsu.facts (order_id, seq, epoch, at, kind, data) values
  ('801000000000008AAA', 1, 1, now() - interval '1 h', 'AttemptStarted', '{"attempt":1,"orderModifiedAt":"2026-11-20T01:02:03Z"}'),
  ('801000000000008AAA', 2, 1, now() - interval '1 h', 'CreationSent', '{"client":12,"highWater":47,"requestDigest":"abc"}'),
  ('801000000000008AAA', 3, 5, now() - interval '1 h', 'Halted', '{"step":"whmcs_create","kind":"UNCERTAIN","code":"TAKEOVER_LIMIT","reason":"died"}'),
  ('801000000000008AAA', 4, 10, now() - interval '1 h', 'AttemptEnded', '{"outcome":"PARKED","reason":"died"}'),
  ('801000000000008AAA', 5, 10, now() - interval '1 h', 'Disowned', '{"orders":[60],"by":"staff"}');
