--liquibase formatted sql

--changeset chancery:mail
--comment Written in the transaction of what it tells of, and sent after it. due_at: when it is tried next; while a node has it, until when. about: by what its writer finds it again.
create table mail (
  id bigint generated always as identity primary key,
  message_id varchar(255) not null unique,
  account varchar(255) not null,
  about varchar(64) not null,
  subject text not null,
  waiting text not null,
  path varchar(255) not null,
  state varchar(20) not null,
  written_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  tries int not null,
  failure text,
  sent_at timestamp with time zone
);
create index mail_by_state on mail (state, due_at);
create index mail_about on mail (about);
