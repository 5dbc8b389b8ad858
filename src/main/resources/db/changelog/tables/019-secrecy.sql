--liquibase formatted sql

--changeset chancery:secrecy-key
--comment Which keys have sealed something; of each a fingerprint, by which another key of the same id is known. The keys are nowhere in the database.
create table secrecy_key (
  id varchar(32) primary key,
  fingerprint varchar(64) not null,
  first_used_at timestamp with time zone not null
);
