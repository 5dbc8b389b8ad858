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
--comment Who is away from one day to another, both inclusive and in the alliance's zone, and who was named to act in their place. Rows stay; one that was ended counts no more. Of who had an account that was deleted "account_left" tells. What stands in "on_strength_of" are the groups by which the deputy was named, separated by a comma: without one of them the deputy acts for nobody. Of which days that nobody covers people were told stands in "uncovered".
create table absence (
  id bigint generated always as identity primary key,
  account varchar(255) not null,
  deputy varchar(255) not null,
  first_day date not null,
  last_day date not null,
  on_strength_of text not null,
  allowed boolean not null,
  entered_by varchar(255) not null,
  entered_at timestamp with time zone not null,
  ended_by varchar(255),
  ended_at timestamp with time zone,
  uncovered text default '' not null
);
create index absence_by_day on absence (last_day, first_day);
create index absence_of_account on absence (account);

--changeset chancery:account-left
--comment Who had an account that was deleted, as of that moment. What is on record names the first holder of an account by its id alone and the second as "id~2"; where the account itself stands in a table, it becomes "id~1" when its first holder leaves.
create table account_left (
  account varchar(64) not null,
  holder integer not null,
  name text not null,
  function text not null,
  left_at timestamp with time zone not null,
  primary key (account, holder)
);

--changeset chancery:provider-account
--comment Whose account it is by the word of a provider of OpenID Connect: the subject of its tokens, whatever it calls that person meanwhile, and when it said last who that is. A row whose account was deleted here stays, so that its subject does not come back by itself.
create table provider_account (
  issuer varchar(400) not null,
  subject varchar(255) not null,
  account varchar(64) not null,
  said_at timestamp with time zone not null,
  by_login boolean not null,
  closed_at timestamp with time zone,
  primary key (issuer, subject)
);
create index provider_account_by_account on provider_account (account);
