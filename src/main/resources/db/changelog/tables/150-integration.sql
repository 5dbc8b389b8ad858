--liquibase formatted sql

--changeset chancery:integration
create table phase (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  package_id bigint not null,
  phase_number integer not null,
  instrument varchar(60) not null,
  planned_from date not null,
  planned_to date not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  unique (programme, package_id, phase_number)
);

create table milestone (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  package_id bigint not null,
  name varchar(4000) not null,
  measure text not null,
  target text not null,
  interoperability boolean not null,
  planned_for date not null,
  due_on date not null,
  met_on date,
  evidence text,
  reported_by varchar(255),
  reported_at timestamp with time zone
);
create index milestone_of_programme on milestone (programme, package_id);

create table activity (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  kind varchar(30) not null,
  name varchar(4000) not null,
  held_on date not null,
  participants text not null,
  standard text,
  source text not null,
  planned_exercise bigint,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index activity_of_programme on activity (programme, held_on);

create table planned_exercise (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  package_id bigint not null,
  phase_id bigint not null,
  planned_on date not null,
  name varchar(4000) not null,
  standard text not null,
  dropped boolean not null
);
create index planned_exercise_of_programme on planned_exercise (programme, package_id);

--comment What an assurance says, and each time it was brought into force or prolonged.
create table assurance (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  phase_id bigint not null,
  text text not null
);
create index assurance_of_programme on assurance (programme);

create table assurance_term (
  id bigint generated always as identity primary key,
  assurance_id bigint not null,
  in_force_from date not null,
  in_force_until date not null,
  source text not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index assurance_term_of_assurance on assurance_term (assurance_id);

--changeset chancery:opposition-check
create table opposition_check (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  finding text not null,
  detail text not null,
  source text not null,
  checked_on date not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index opposition_check_of_programme on opposition_check (programme);

--changeset chancery:accession
--comment Both tables are only added to; of several entries of one thing the last counts.
create table accession_entry (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  stage varchar(30) not null,
  happened_on date not null,
  detail text not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index accession_entry_of_programme on accession_entry (programme);

create table ratification_entry (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  ally varchar(2) not null,
  stage varchar(20) not null,
  reached_on date not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index ratification_entry_of_programme on ratification_entry (programme);

--changeset chancery:ratification-hold
--comment What Allies stated: that they hold their ratification, or go on. Only added to; the last of an Ally counts.
create table ratification_hold (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  ally varchar(2) not null,
  change_made varchar(20) not null,
  stated_on date not null,
  reason text not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index ratification_hold_of_programme on ratification_hold (programme);

--changeset chancery:planned-exercise-participants
--comment Who takes part, with semicolons between; empty for exercises planned before it was asked for.
alter table planned_exercise add column participants text;

--changeset chancery:planned-exercise-revision
--comment How often it was moved.
alter table planned_exercise add column revision integer default 0 not null;

--changeset chancery:exercise-that-was-held
--comment The plan of a programme says of each exercise when it was held. Without this all activities of the office are read for each.
create index activity_of_planned_exercise on activity (planned_exercise);
