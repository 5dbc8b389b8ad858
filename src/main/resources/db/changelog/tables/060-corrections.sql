--liquibase formatted sql

--changeset chancery:correction
--comment What a record said, what it says now, and why. Of one entry several parts may be corrected, each by a row.
create table correction (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  -- The code of what was corrected, such as figure-value.
  what varchar(40) not null,
  -- The row that says it, of the table that the code belongs to; 0 for what a programme has once.
  entry bigint not null,
  -- Which of several it was, for readers: the code of an indicator, the day of an activity.
  about text,
  old_value text not null,
  new_value text not null,
  reason text not null,
  -- When the entry was first recorded in the programme: what was made since then rests on what it said.
  entered_at timestamp with time zone not null,
  corrected_by varchar(255) not null,
  corrected_at timestamp with time zone not null
);
create index correction_of_programme on correction (programme);

--changeset chancery:corrections-are-final-h2 dbms:h2
create trigger correction_is_final before update, delete on correction
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:corrections-are-final-postgresql dbms:postgresql splitStatements:false
create trigger correction_is_final before update or delete on correction
  for each row execute function refuse_change();

--changeset chancery:decision-for-staff
--comment What a delegation may not read, it may not read of its correction either.
alter table decision_record add column for_staff boolean default false not null;

--changeset chancery:corrected-indicator
--comment A corrected value takes the place of the first one in the series; both stay.
alter table indicator add column corrects bigint;
create index indicator_that_corrects on indicator (corrects);
