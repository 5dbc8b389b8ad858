--liquibase formatted sql

--changeset chancery:dossier
create table dossier (
  programme varchar(40) primary key,
  candidate varchar(2) not null,
  name varchar(4000) not null,
  european boolean not null,
  region varchar(100) not null,
  assessed_on date not null,
  propaganda_exposure varchar(10) not null,
  propaganda_exposure_source text
);

create table indicator (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  name varchar(60) not null,
  indicator_value varchar(40) not null,
  as_of date not null,
  source text not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index indicator_of_programme on indicator (programme, name);

--changeset chancery:indicator-series-is-final-h2 dbms:h2
--comment A value stays on record; a new one is added to the series.
create trigger indicator_is_final before update, delete on indicator
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:indicator-series-is-final-postgresql dbms:postgresql splitStatements:false
create trigger indicator_is_final before update or delete on indicator
  for each row execute function refuse_change();
