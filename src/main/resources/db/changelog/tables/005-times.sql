--liquibase formatted sql

--changeset chancery:times-are-in-utc
--comment The engine's columns name no zone. A database without this change was written in that of some machine.
create table kept_times (
  zone varchar(64) not null
);
insert into kept_times (zone) values ('UTC');
