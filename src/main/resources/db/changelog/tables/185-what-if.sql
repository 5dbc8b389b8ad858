--liquibase formatted sql

--changeset chancery:what-if
--comment What people keep of what they tried on the page of that name: the fields as an address has them. It is no part of the record.
create table what_if_scenario (
  id bigint generated always as identity primary key,
  owner varchar(255) not null,
  name varchar(200) not null,
  note text not null,
  shared boolean not null,
  tried text not null,
  kept_at timestamp with time zone not null,
  unique (owner, name)
);
