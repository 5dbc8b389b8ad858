--liquibase formatted sql

--changeset chancery:calendar-feed
--comment The secret address of a person's calendar: of the secret only what cannot be turned back into it.
create table calendar_feed (
  account varchar(255) primary key,
  secret_sha256 varchar(64) not null unique,
  made_at timestamp with time zone not null
);
