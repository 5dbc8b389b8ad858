--liquibase formatted sql

--changeset chancery:assessment
--comment Every assessment is kept, so that a review can compare; rows are only added.
create table assessment (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  assessed_on date not null,
  recorded_at timestamp with time zone not null,
  tier varchar(20) not null,
  uncapped_tier varchar(20) not null,
  military_capability integer not null,
  political_will integer not null,
  economic_ties integer not null,
  interoperability integer not null,
  domestic_support integer not null,
  explanation text not null
);
create index assessment_of_programme on assessment (programme);

create table assessment_cap (
  id bigint generated always as identity primary key,
  assessment bigint not null,
  cap_rule varchar(100) not null,
  limits_to varchar(20) not null,
  because text not null
);
create index assessment_cap_of_assessment on assessment_cap (assessment);

--changeset chancery:tier-mandate
create table tier_mandate (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  tier varchar(20) not null,
  reason text not null,
  origin varchar(100) not null,
  given_by varchar(255) not null,
  given_at timestamp with time zone not null,
  taken_up_at timestamp with time zone
);
create index tier_mandate_of_programme on tier_mandate (programme);

--changeset chancery:engagement-package
create table engagement_package (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  version integer not null,
  proposed_tier varchar(20) not null,
  tier varchar(20) not null,
  tier_reason text not null,
  justification text not null,
  status varchar(20) not null,
  created_at timestamp with time zone not null,
  created_by varchar(255) not null,
  unique (programme, version)
);

create table package_line (
  id bigint generated always as identity primary key,
  package_id bigint not null,
  part varchar(40) not null,
  content text not null
);
create index package_line_of_package on package_line (package_id);

create table package_instrument (
  id bigint generated always as identity primary key,
  package_id bigint not null,
  instrument varchar(60) not null,
  cost_level varchar(20) not null,
  reach varchar(100) not null,
  starts_on date not null,
  ends_on date not null
);
create index package_instrument_of_package on package_instrument (package_id);

create table package_milestone (
  id bigint generated always as identity primary key,
  package_id bigint not null,
  name text not null,
  measure text not null,
  target text not null,
  due_on date not null
);
create index package_milestone_of_package on package_milestone (package_id);

--changeset chancery:milestone-kind
--comment What a milestone is needed for; the names said it before.
alter table package_milestone add column kind varchar(20) default 'GENERAL' not null;
update package_milestone set kind = 'INTEROPERABILITY' where lower(name) like 'interoperability%';
