--liquibase formatted sql

--changeset chancery:deliverable
create table deliverable (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  kind varchar(40) not null,
  version integer not null,
  content text not null,
  sha256 varchar(64) not null,
  created_at timestamp with time zone not null,
  approved_by varchar(255),
  approved_at timestamp with time zone,
  unique (programme, kind, version)
);

--changeset chancery:deliverable-approval
--comment An approval is an entry of its own, so that a version itself never changes.
create table deliverable_approval (
  deliverable bigint primary key,
  approved_by varchar(255) not null,
  approved_at timestamp with time zone not null
);
insert into deliverable_approval (deliverable, approved_by, approved_at)
  select id, approved_by, approved_at from deliverable where approved_at is not null;
alter table deliverable drop column approved_by;
alter table deliverable drop column approved_at;

--changeset chancery:deliverable-print-h2 dbms:h2
create table deliverable_print (
  deliverable bigint primary key,
  pdf binary large object not null,
  sha256 varchar(64) not null,
  printed_at timestamp with time zone not null
);
create trigger deliverable_is_final before update, delete on deliverable
  for each row call "app.chancery.records.RefuseChange";
create trigger deliverable_approval_is_final before update, delete on deliverable_approval
  for each row call "app.chancery.records.RefuseChange";
create trigger deliverable_print_is_final before update, delete on deliverable_print
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:deliverable-print-postgresql dbms:postgresql
create table deliverable_print (
  deliverable bigint primary key,
  pdf bytea not null,
  sha256 varchar(64) not null,
  printed_at timestamp with time zone not null
);
create trigger deliverable_is_final before update or delete on deliverable
  for each row execute function refuse_change();
create trigger deliverable_approval_is_final before update or delete on deliverable_approval
  for each row execute function refuse_change();
create trigger deliverable_print_is_final before update or delete on deliverable_print
  for each row execute function refuse_change();
