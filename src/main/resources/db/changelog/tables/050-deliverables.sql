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
