--liquibase formatted sql

--changeset chancery:council-item
--comment One run of the step for one programme: what the council deals with, in one or more rounds.
create table council_item (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  -- The proposal as it lies on the table; each round keeps its own copy.
  package_version integer not null,
  tier varchar(20) not null,
  justification text not null,
  what_changed text,
  opened_at timestamp with time zone not null,
  outcome varchar(20),
  closed_at timestamp with time zone
);
create index council_item_of_programme on council_item (programme);

create table council_round (
  id bigint generated always as identity primary key,
  item bigint not null,
  programme varchar(40) not null,
  round_number integer not null,
  package_version integer not null,
  tier varchar(20) not null,
  justification text not null,
  what_changed text,
  -- The codes of those who were Allies at the moment of circulation.
  allies text not null,
  circulated_at timestamp with time zone not null,
  circulated_by varchar(255) not null,
  silence_ends timestamp with time zone not null,
  zone varchar(60) not null,
  status varchar(20) not null,
  ended_at timestamp with time zone,
  unique (item, round_number)
);
create index council_round_of_programme on council_round (programme);

create table council_position (
  id bigint generated always as identity primary key,
  council_round bigint not null,
  ally varchar(2) not null,
  stance varchar(20) not null,
  statement text,
  amendment_sought text,
  stated_by varchar(255) not null,
  stated_at timestamp with time zone not null
);
create index council_position_of_round on council_position (council_round);

create table council_extension (
  id bigint generated always as identity primary key,
  council_round bigint not null,
  ended_before timestamp with time zone not null,
  ends_now timestamp with time zone not null,
  zone varchar(60) not null,
  reason text not null,
  extended_by varchar(255) not null,
  extended_at timestamp with time zone not null
);
create index council_extension_of_round on council_extension (council_round);

create table council_consultation (
  id bigint generated always as identity primary key,
  council_round bigint not null,
  course varchar(30) not null,
  account text not null,
  concluded_by varchar(255) not null,
  concluded_at timestamp with time zone not null
);
create index council_consultation_of_round on council_consultation (council_round);

--changeset chancery:council-records-are-final-h2 dbms:h2
--comment A stated position stays on record; a revision is a new entry, and the last one counts.
create trigger council_position_is_final before update, delete on council_position
  for each row call "app.chancery.records.RefuseChange";
create trigger council_extension_is_final before update, delete on council_extension
  for each row call "app.chancery.records.RefuseChange";
create trigger council_consultation_is_final before update, delete on council_consultation
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:council-records-are-final-postgresql dbms:postgresql splitStatements:false
create trigger council_position_is_final before update or delete on council_position
  for each row execute function refuse_change();
create trigger council_extension_is_final before update or delete on council_extension
  for each row execute function refuse_change();
create trigger council_consultation_is_final before update or delete on council_consultation
  for each row execute function refuse_change();

--changeset chancery:council-withdrawal
--comment An objection that was withdrawn. What was objected stays on record; whoever objects again makes a new entry.
create table council_withdrawal (
  id bigint generated always as identity primary key,
  council_position bigint not null unique,
  reason text not null,
  withdrawn_by varchar(255) not null,
  withdrawn_at timestamp with time zone not null
);

--changeset chancery:council-withdrawals-are-final-h2 dbms:h2
create trigger council_withdrawal_is_final before update, delete on council_withdrawal
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:council-withdrawals-are-final-postgresql dbms:postgresql splitStatements:false
create trigger council_withdrawal_is_final before update or delete on council_withdrawal
  for each row execute function refuse_change();

--changeset chancery:council-taking-up
--comment A proposal that lay on hold, or was withdrawn under silence, came to the table again.
create table council_taking_up (
  id bigint generated always as identity primary key,
  council_round bigint not null,
  reason text not null,
  taken_up_by varchar(255) not null,
  taken_up_at timestamp with time zone not null
);
create index council_taking_up_of_round on council_taking_up (council_round);

--changeset chancery:council-takings-up-are-final-h2 dbms:h2
create trigger council_taking_up_is_final before update, delete on council_taking_up
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:council-takings-up-are-final-postgresql dbms:postgresql splitStatements:false
create trigger council_taking_up_is_final before update or delete on council_taking_up
  for each row execute function refuse_change();

--changeset chancery:council-round-ended-because
--comment Why the secretariat withdrew the proposal under silence.
alter table council_round add column ended_because text;

--changeset chancery:council-rounds-by-status
create index council_round_by_status on council_round (status, silence_ends, programme);
