--liquibase formatted sql

--changeset chancery:programme
create table programme (
  programme_key varchar(40) primary key,
  candidate varchar(2) not null,
  -- The candidate while the programme is open, so that the database allows one open programme each.
  open_candidate varchar(2) unique,
  name varchar(4000) not null,
  status varchar(20) not null,
  step varchar(20) not null,
  tier varchar(20),
  outcome varchar(20),
  why text,
  opened_at timestamp with time zone not null,
  opened_by varchar(255) not null,
  ended_at timestamp with time zone
);

create table step_entry (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  step varchar(20) not null,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone
);
create index step_entry_of_programme on step_entry (programme, step);
