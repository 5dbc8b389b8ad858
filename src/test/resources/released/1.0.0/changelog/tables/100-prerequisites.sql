--liquibase formatted sql

--changeset chancery:prerequisite-area
-- One row each time an area is opened: at the start, and again when it is sent back.
create table prerequisite_area (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  area varchar(40) not null,
  attempt integer not null,
  reason text not null,
  opened_by varchar(255) not null,
  opened_at timestamp with time zone not null,
  unique (programme, area, attempt)
);

--changeset chancery:prerequisite-finding
create table prerequisite_finding (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  part varchar(40) not null,
  attempt integer not null,
  satisfied boolean not null,
  why text not null,
  found_by varchar(255) not null,
  found_at timestamp with time zone not null,
  unique (programme, part, attempt)
);

create table prerequisite_detail (
  id bigint generated always as identity primary key,
  finding bigint not null,
  label text not null,
  detail text not null
);
create index prerequisite_detail_of_finding on prerequisite_detail (finding);

--changeset chancery:intelligence-brief
create table intelligence_brief (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  dated_on date not null,
  source text not null,
  confidence varchar(20) not null,
  finding text not null,
  filed_by varchar(255) not null,
  filed_at timestamp with time zone not null
);
create index intelligence_brief_of_programme on intelligence_brief (programme);

create table intelligence_gap (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  gap text not null,
  raised_by varchar(255) not null,
  raised_at timestamp with time zone not null
);
create index intelligence_gap_of_programme on intelligence_gap (programme);

--changeset chancery:partnership-mechanism
-- What a look-up in the table of partnership frameworks found.
create table partnership_mechanism (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  attempt integer not null,
  framework text not null,
  status text not null,
  since varchar(40) not null,
  source text not null,
  found_at timestamp with time zone not null
);
create index partnership_mechanism_of_programme on partnership_mechanism (programme);
