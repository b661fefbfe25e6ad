-- Roll-back: the lowest version of these tables that a program must know to work on them. A later
-- migration that older programs could not live with raises it in its own file; it never sinks.
create table kaitsu.schema_floor (
  only_row boolean primary key default true check (only_row),
  version  int not null
);
insert into kaitsu.schema_floor (version) values (5);
