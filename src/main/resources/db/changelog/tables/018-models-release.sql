--liquibase formatted sql

--changeset chancery:models-release
--comment The newest release that has deployed its models here; an older one leaves them alone.
create table models_release (
  id integer primary key,
  release varchar(40) not null
);
