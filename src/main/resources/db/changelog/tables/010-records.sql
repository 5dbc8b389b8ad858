--liquibase formatted sql

--changeset chancery:decision-record
create table decision_record (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  step varchar(40) not null,
  what text not null,
  why text not null,
  decided_by varchar(255) not null,
  decided_at timestamp with time zone not null
);
create index decision_record_of_programme on decision_record (programme);

--changeset chancery:decision-record-is-final-h2 dbms:h2
--comment Rule 12: a decision cannot be altered afterwards, not even by a program with a login.
create trigger decision_record_is_final before update, delete on decision_record
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:decision-record-is-final-postgresql dbms:postgresql splitStatements:false
create function refuse_change() returns trigger as $$
begin
  raise exception 'A recorded decision cannot be altered (table %)', tg_table_name;
end;
$$ language plpgsql;
create trigger decision_record_is_final before update or delete on decision_record
  for each row execute function refuse_change();

--changeset chancery:notice
create table notice (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  step varchar(40) not null,
  subject text not null,
  text text not null,
  recipients text not null,
  sent_at timestamp with time zone not null
);
create index notice_of_programme on notice (programme);

--changeset chancery:notice-in-confidence
alter table notice add column confidential boolean default false not null;

--changeset chancery:notice-kind-and-place
--comment What was told before kinds were kept has none, and leads to its programme.
alter table notice add column kind varchar(40);
alter table notice add column place varchar(20) default 'programme' not null;
alter table notice add column place_id varchar(64) default '' not null;

--changeset chancery:inbox-item
--comment One row for each person who was told: the members of the recipients at that moment, and who stood in for one of them. digested_for: the day whose digest told of it. account_left: the account was deleted; another one of its id was not told.
create table inbox_item (
  id bigint generated always as identity primary key,
  notice bigint not null,
  account varchar(255) not null,
  in_place_of varchar(255) not null,
  told_at timestamp with time zone not null,
  read_at timestamp with time zone,
  way varchar(20) not null,
  digested_for date,
  account_left boolean default false not null,
  unique (notice, account)
);
create index inbox_item_of_account on inbox_item (account, read_at);
create index inbox_item_for_digest on inbox_item (way, digested_for, read_at);

--changeset chancery:mail-choice
--comment How a person wants to be told of a kind of notice by mail, where that is not the usual way.
create table mail_choice (
  account varchar(255) not null,
  kind varchar(40) not null,
  way varchar(20) not null,
  primary key (account, kind)
);

--changeset chancery:digest
--comment The days whose digest was written; whichever node comes first writes it.
create table digest (
  written_for date primary key
);

--changeset chancery:inbox-is-read
--comment An inbox begins with the newest items, and looks up of its notices only those that were told in confidence.
create index inbox_item_in_order on inbox_item (account, id);
create index notice_in_confidence on notice (confidential, id);

--changeset chancery:decision-that-ends
--comment What was decided that ends the programme: more may be recorded until it has ended.
alter table decision_record add column ends_programme boolean default false not null;
