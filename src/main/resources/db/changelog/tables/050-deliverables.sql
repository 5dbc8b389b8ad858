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

--changeset chancery:deliverable-sealed-h2 dbms:h2 labels:not-beside-1.0.0
--comment Of a document that not all staff may read the content and the print, sealed; part: which of both, sealed_by: the id of the key. What they were is told by their SHA-256, in rows that are final; here a row changes with the key alone. What an earlier release has kept as it was written waits in "deliverable_unsealed" for the next start, which seals it.
create table deliverable_sealed (
  deliverable bigint not null,
  part varchar(20) not null,
  sealed binary large object not null,
  sealed_by varchar(32) not null,
  primary key (deliverable, part)
);
create trigger deliverable_sealed_stays before delete on deliverable_sealed
  for each row call "app.chancery.records.RefuseChange";
create table deliverable_unsealed (
  deliverable bigint primary key,
  content text not null,
  pdf binary large object
);
insert into deliverable_unsealed (deliverable, content, pdf)
  select id, content, pdf from deliverable left join deliverable_print on deliverable = id
  where kind = 'STAKEHOLDER_MAP';
drop trigger deliverable_is_final;
drop trigger deliverable_print_is_final;
update deliverable_print set pdf = X'' where deliverable in (select deliverable from deliverable_unsealed);
update deliverable set content = '' where id in (select deliverable from deliverable_unsealed);
create trigger deliverable_is_final before update, delete on deliverable
  for each row call "app.chancery.records.RefuseChange";
create trigger deliverable_print_is_final before update, delete on deliverable_print
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:deliverable-sealed-postgresql dbms:postgresql labels:not-beside-1.0.0
--comment Of a document that not all staff may read the content and the print, sealed; part: which of both, sealed_by: the id of the key. What they were is told by their SHA-256, in rows that are final; here a row changes with the key alone. What an earlier release has kept as it was written waits in "deliverable_unsealed" for the next start, which seals it.
create table deliverable_sealed (
  deliverable bigint not null,
  part varchar(20) not null,
  sealed bytea not null,
  sealed_by varchar(32) not null,
  primary key (deliverable, part)
);
create trigger deliverable_sealed_stays before delete on deliverable_sealed
  for each row execute function refuse_change();
create table deliverable_unsealed (
  deliverable bigint primary key,
  content text not null,
  pdf bytea
);
insert into deliverable_unsealed (deliverable, content, pdf)
  select id, content, pdf from deliverable left join deliverable_print on deliverable = id
  where kind = 'STAKEHOLDER_MAP';
drop trigger deliverable_is_final on deliverable;
drop trigger deliverable_print_is_final on deliverable_print;
update deliverable_print set pdf = '\x' where deliverable in (select deliverable from deliverable_unsealed);
update deliverable set content = '' where id in (select deliverable from deliverable_unsealed);
create trigger deliverable_is_final before update or delete on deliverable
  for each row execute function refuse_change();
create trigger deliverable_print_is_final before update or delete on deliverable_print
  for each row execute function refuse_change();
