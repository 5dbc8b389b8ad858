--liquibase formatted sql

--changeset chancery:draft
--comment What a person has typed into a form and not handed in yet; read by its writer alone.
create table draft (
  writer varchar(255) not null,
  place varchar(255) not null,
  fields text not null,
  saved_at timestamp with time zone not null,
  primary key (writer, place)
);
