--liquibase formatted sql

--changeset chancery:policy-of-programme
--comment Which versions of the policy tables a programme is judged by until its next review; of one that was opened before this was kept, those in use.
alter table programme add column policy varchar(1000);
alter table assessment add column policy varchar(1000);

--changeset chancery:policy-trial
--comment Edited policy tables, tried against all recorded dossiers, and what came of it.
create table policy_trial (
  id bigint generated always as identity primary key,
  policy_table varchar(100) not null,
  file_name varchar(255) not null,
  content bytea not null,
  sha256 varchar(64) not null,
  -- The versions in use that it was compared with.
  compared_with varchar(1000) not null,
  note text not null,
  tried_by varchar(255) not null,
  tried_at timestamp with time zone not null,
  -- The day for which figures counted as fresh or stale.
  assessed_on date not null,
  status varchar(20) not null,
  -- Why it cannot be released; one reason a line.
  refusals text,
  dossiers integer not null,
  looked_at integer not null,
  -- When it last went on: what does not go on for long was broken off.
  went_on_at timestamp with time zone not null,
  -- Points of the capacity, were every open programme offered all instruments of its tier.
  points_before integer,
  points_after integer,
  capacity_before integer,
  capacity_after integer
);
create table policy_trial_count (
  id bigint generated always as identity primary key,
  trial bigint not null,
  ended boolean not null,
  tier_before varchar(20) not null,
  tier_after varchar(20) not null,
  programmes integer not null
);
create index policy_trial_count_of_trial on policy_trial_count (trial);
create table policy_trial_move (
  id bigint generated always as identity primary key,
  trial bigint not null,
  programme varchar(40) not null,
  ended boolean not null,
  tier_on_record varchar(20),
  tier_before varchar(20) not null,
  tier_after varchar(20) not null,
  points_before integer not null,
  points_after integer not null,
  -- One sentence a line.
  why text not null
);
create index policy_trial_move_of_trial on policy_trial_move (trial);

--changeset chancery:policy-release
--comment Who put which table to use, when and why. One trial is released once, and one version is replaced once.
create table policy_release (
  id bigint generated always as identity primary key,
  policy_table varchar(100) not null,
  version integer not null,
  replaced integer not null,
  trial bigint not null unique,
  sha256 varchar(64) not null,
  decision text not null,
  reason text not null,
  released_by varchar(255) not null,
  released_at timestamp with time zone not null,
  unique (policy_table, version),
  unique (policy_table, replaced)
);

--changeset chancery:policy-releases-are-final-h2 dbms:h2
create trigger policy_release_is_final before update, delete on policy_release
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:policy-releases-are-final-postgresql dbms:postgresql splitStatements:false
create trigger policy_release_is_final before update or delete on policy_release
  for each row execute function refuse_change();
