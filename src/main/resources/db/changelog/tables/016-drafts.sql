--liquibase formatted sql

--changeset chancery:draft-h2 dbms:h2
--comment What a person has typed into a form and not handed in yet; read by its writer alone. sealed: the fields, sealed_by: the id of the key.
create table draft (
  writer varchar(255) not null,
  place varchar(255) not null,
  sealed binary large object not null,
  sealed_by varchar(32) not null,
  saved_at timestamp with time zone not null,
  once varchar(64),
  turn varchar(64),
  discarded_at timestamp with time zone,
  primary key (writer, place)
);

--changeset chancery:draft-postgresql dbms:postgresql
--comment What a person has typed into a form and not handed in yet; read by its writer alone. sealed: the fields, sealed_by: the id of the key.
create table draft (
  writer varchar(255) not null,
  place varchar(255) not null,
  sealed bytea not null,
  sealed_by varchar(32) not null,
  saved_at timestamp with time zone not null,
  once varchar(64),
  turn varchar(64),
  discarded_at timestamp with time zone,
  primary key (writer, place)
);

--changeset chancery:handed-in
--comment That a person has handed in the form of a task, and by a sealed digest as what: so that the same text in another window is not taken for one that is lost. It goes as drafts do.
create table handed_in (
  person varchar(255) not null,
  place varchar(255) not null,
  sealed bytea not null,
  sealed_by varchar(32) not null,
  handed_in_at timestamp with time zone not null,
  primary key (person, place)
);

--changeset chancery:start-receipt
--comment What came of a start form that was handed in on our own pages, by its one-time number, so that none is taken twice; read by whoever handed it in alone.
create table start_receipt (
  person varchar(255) not null,
  once varchar(64) not null,
  place varchar(255) not null,
  fields text not null,
  programme_key varchar(64),
  process_instance varchar(64) not null,
  handed_in_at timestamp with time zone not null,
  primary key (person, once)
);
