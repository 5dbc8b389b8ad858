--liquibase formatted sql

--changeset chancery:stakeholder
create table stakeholder (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  name text not null,
  kind varchar(40) not null,
  added_by varchar(255) not null,
  added_at timestamp with time zone not null
);
create index stakeholder_of_programme on stakeholder (programme);

--changeset chancery:interview
-- Confidential (rule 11): only analysts and envoys may read it. A later interview of the same
-- stakeholder is added; the earlier ones stay as they were.
create table interview (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  stakeholder bigint not null,
  held boolean not null,
  power integer not null,
  interest integer not null,
  current_stance varchar(20) not null,
  desired_stance varchar(20) not null,
  red_lines text not null,
  leverage_points text not null,
  notes text,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index interview_of_stakeholder on interview (stakeholder);

-- What an envoy wants to know from a further interview; for analysts and envoys only.
create table interview_question (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  stakeholder bigint not null,
  question text not null,
  asked_by varchar(255) not null,
  asked_at timestamp with time zone not null
);
create index interview_question_of_stakeholder on interview_question (stakeholder);

--changeset chancery:releasable-summary
create table releasable_summary (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  summary text not null,
  released_by varchar(255) not null,
  released_at timestamp with time zone not null
);
create index releasable_summary_of_programme on releasable_summary (programme);

--changeset chancery:interview-sealed-h2 dbms:h2 labels:not-beside-1.0.0
--comment Confidential (rule 11), so sealed: what was said, and sealed_by the id of the key. What an earlier release has kept as it was said waits in "interview_unsealed" for the next start, which seals it.
drop index interview_of_stakeholder;
alter table interview rename to interview_unsealed;
create table interview (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  stakeholder bigint not null,
  sealed binary large object not null,
  sealed_by varchar(32) not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index interview_of_stakeholder on interview (stakeholder);

--changeset chancery:interview-sealed-postgresql dbms:postgresql labels:not-beside-1.0.0
--comment Confidential (rule 11), so sealed: what was said, and sealed_by the id of the key. What an earlier release has kept as it was said waits in "interview_unsealed" for the next start, which seals it.
drop index interview_of_stakeholder;
alter table interview rename to interview_unsealed;
create table interview (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  stakeholder bigint not null,
  sealed bytea not null,
  sealed_by varchar(32) not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index interview_of_stakeholder on interview (stakeholder);

--changeset chancery:interview-question-sealed labels:not-beside-1.0.0
--comment The same of what an envoy wants to know from a further interview.
drop index interview_question_of_stakeholder;
alter table interview_question rename to interview_question_unsealed;
create table interview_question (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  stakeholder bigint not null,
  sealed bytea not null,
  sealed_by varchar(32) not null,
  asked_by varchar(255) not null,
  asked_at timestamp with time zone not null
);
create index interview_question_of_stakeholder on interview_question (stakeholder);
