--liquibase formatted sql

--changeset chancery:campaign
create table campaign (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  number_in_programme integer not null,
  -- Set when the plan was approved.
  approved_at timestamp with time zone,
  launched_on date,
  ends_on date,
  -- Set when nothing more is awaited of it.
  closed_at timestamp with time zone,
  unique (programme, number_in_programme)
);

--changeset chancery:media-plan
--comment A plan is always read whole, so its content is one JSON document, as a deliverable's is.
create table media_plan (
  id bigint generated always as identity primary key,
  campaign bigint not null,
  version integer not null,
  content text not null,
  drafted_by varchar(255) not null,
  drafted_at timestamp with time zone not null,
  sent_back_because text,
  unique (campaign, version)
);

--changeset chancery:campaign-channel
create table campaign_channel (
  id bigint generated always as identity primary key,
  campaign bigint not null,
  name text not null,
  kind varchar(40) not null
);
create index campaign_channel_of_campaign on campaign_channel (campaign);

--changeset chancery:campaign-result
create table campaign_result (
  id bigint generated always as identity primary key,
  campaign bigint not null,
  stage varchar(20) not null,
  measure text not null,
  result text not null,
  source text not null,
  recorded_by varchar(255) not null,
  recorded_at timestamp with time zone not null
);
create index campaign_result_of_campaign on campaign_result (campaign);

--changeset chancery:campaign-lesson
create table campaign_lesson (
  id bigint generated always as identity primary key,
  campaign bigint not null,
  stage varchar(20) not null,
  lesson text not null,
  unique (campaign, stage)
);
