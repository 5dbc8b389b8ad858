--liquibase formatted sql

--changeset chancery:ally
create table ally (
  iso2 varchar(2) primary key,
  name varchar(4000) not null,
  party_since date not null,
  source text not null
);
