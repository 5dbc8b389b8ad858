--liquibase formatted sql

--changeset chancery:accounts
--comment All sessions of an account that began before such a row are over.
create table ended_sessions (
  id bigint generated always as identity primary key,
  account varchar(255) not null,
  ended_at timestamp with time zone not null
);
create index ended_sessions_of_account on ended_sessions (account, id);

--changeset chancery:absence
--comment Who is away from one day to another, both inclusive and in the alliance's zone, and who was named to act in their place. Rows stay; one that was ended counts no more. What stands in "on_strength_of" are the groups by which the deputy was named, separated by a comma: without one of them the deputy acts for nobody.
create table absence (
  id bigint generated always as identity primary key,
  account varchar(255) not null,
  deputy varchar(255) not null,
  first_day date not null,
  last_day date not null,
  on_strength_of text not null,
  allowed boolean not null,
  deputy_left boolean not null,
  entered_by varchar(255) not null,
  entered_at timestamp with time zone not null,
  ended_by varchar(255),
  ended_at timestamp with time zone
);
create index absence_by_day on absence (last_day, first_day);
create index absence_of_account on absence (account);
