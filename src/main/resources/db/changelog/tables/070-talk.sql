--liquibase formatted sql

--changeset chancery:talk
--comment What people say to each other about a programme or a task. It is no part of the record.
create table talk_task (
  task varchar(64) primary key,
  programme varchar(40) not null,
  what text not null,
  readers text not null
);
create index talk_task_of_programme on talk_task (programme);

create table talk_comment (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  task varchar(64),
  writer varchar(255) not null,
  receipt varchar(64) not null,
  text text not null,
  version integer not null,
  written_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  struck_at timestamp with time zone,
  unique (writer, receipt)
);
create index talk_comment_of_programme on talk_comment (programme);
create index talk_comment_of_task on talk_comment (task);

create table talk_mention (
  comment bigint not null,
  account varchar(255) not null,
  told boolean not null,
  primary key (comment, account)
);

--changeset chancery:talk-file
--comment Files that hang on a programme or a task. What is struck out keeps its row, and its content goes.
create table talk_file (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  task varchar(64),
  name varchar(1000) not null,
  type varchar(255) not null,
  shown boolean not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  receipt varchar(64) not null,
  added_by varchar(255) not null,
  added_at timestamp with time zone not null,
  struck_by varchar(255),
  struck_at timestamp with time zone,
  unique (added_by, receipt)
);
create index talk_file_of_programme on talk_file (programme);
create index talk_file_of_task on talk_file (task);

--changeset chancery:talk-file-content-h2 dbms:h2
create table talk_file_content (
  talk_file bigint primary key,
  content binary large object not null
);

--changeset chancery:talk-file-content-postgresql dbms:postgresql
create table talk_file_content (
  talk_file bigint primary key,
  content bytea not null
);
