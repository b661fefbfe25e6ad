-- Call and message records, by the import that brought them. Additions only.

-- One row for each run of an import. Its state is RUNNING while rows are added, CURRENT once they are
-- the month, DISCARDED when they must be deleted, and CLEARED when that is done. What readers see is
-- the CURRENT import of a month: changing two states in one transaction replaces a month at once.
create table kaitsu.record_imports (
  id               bigint generated always as identity primary key,
  kind             text not null,
  month            date not null,
  state            text not null default 'RUNNING'
                   check (state in ('RUNNING', 'CURRENT', 'DISCARDED', 'CLEARED')),
  node             text not null,
  begun_at         timestamptz not null default clock_timestamp(),
  until            timestamptz not null, -- a running one that nobody prolonged is given up
  file_name        text not null,
  file_size        bigint not null,
  file_modified_at timestamptz not null,
  digest           text,
  rows             bigint not null default 0,
  bad_rows         bigint not null default 0,
  repeated_rows    bigint not null default 0,
  imported_at      timestamptz
);
create unique index record_imports_running on kaitsu.record_imports (kind, month)
  where state = 'RUNNING';
create unique index record_imports_current on kaitsu.record_imports (kind, month)
  where state = 'CURRENT';
create index record_imports_discarded on kaitsu.record_imports (id) where state = 'DISCARDED';

-- No foreign key: it would be checked for each of millions of rows, and every one is written beside
-- a locked row of its import. The digest is that of the whole line in the file.
create table kaitsu.usage_records (
  import_id   bigint not null,
  line        text not null,
  row_no      bigint not null,
  at          timestamptz not null,
  other_party text,
  quantity    bigint not null,
  charge      numeric,
  digest      uuid not null,
  primary key (import_id, line, row_no)
);

-- Lines of a file that could not be read.
create table kaitsu.record_bad_rows (
  import_id bigint not null,
  row_no    bigint not null,
  reason    text not null,
  content   text not null,
  primary key (import_id, row_no)
);

-- Months that are due and not there.
create table kaitsu.record_gaps (
  kind    text not null,
  month   date not null,
  reason  text not null,
  since   timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (kind, month)
);
