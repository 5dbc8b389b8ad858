--liquibase formatted sql

--changeset chancery:accounts
--comment All sessions of an account that began before such a row are over.
create table ended_sessions (
  id bigint generated always as identity primary key,
  account varchar(255) not null,
  ended_at timestamp with time zone not null
);
create index ended_sessions_of_account on ended_sessions (account, id);
