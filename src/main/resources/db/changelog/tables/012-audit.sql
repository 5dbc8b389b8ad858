--liquibase formatted sql

--changeset chancery:audit-waiting
--comment What is done and not in the chain yet; it waits for seconds.
create table audit_waiting (
  id bigint generated always as identity primary key,
  done_at timestamp with time zone not null,
  account varchar(520),
  act varchar(40) not null,
  programme varchar(40),
  subject varchar(255),
  what text,
  why text
);

--changeset chancery:audit-record
--comment The links of the chain. number: from 1, without a gap. previous, hash: SHA-256 in hexadecimal digits.
create table audit_record (
  number bigint primary key,
  done_at timestamp with time zone not null,
  account varchar(520),
  who text,
  act varchar(40) not null,
  programme varchar(40),
  subject varchar(255),
  what text,
  why text,
  previous varchar(64) not null,
  hash varchar(64) not null
);

--changeset chancery:audit-record-found
--comment Auditors look for a programme, a person, a kind or days, the newest first.
create index audit_record_programme on audit_record (programme, number);
create index audit_record_account on audit_record (account, number);
create index audit_record_act on audit_record (act, number);
create index audit_record_done_at on audit_record (done_at);

--changeset chancery:audit-end
--comment How many links there are and the hash of the last; who makes links holds this row.
create table audit_end (
  id integer primary key,
  links bigint not null,
  hash varchar(64) not null
);

--changeset chancery:audit-record-is-final-h2 dbms:h2
create trigger audit_record_is_final before update, delete on audit_record
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:audit-end-goes-on-h2 dbms:h2
--comment The office makes the row once and counts up from there; what waits goes into the chain as it is.
create trigger audit_end_goes_on before update, delete on audit_end
  for each row call "app.chancery.platform.audit.EndGoesOn";
create trigger audit_waiting_is_final before update on audit_waiting
  for each row call "app.chancery.records.RefuseChange";

--changeset chancery:audit-has-one-end
alter table audit_end add constraint audit_has_one_end check (id = 1);

--changeset chancery:audit-record-is-final-postgresql dbms:postgresql
create trigger audit_record_is_final before update or delete on audit_record
  for each row execute function refuse_change();

--changeset chancery:audit-end-goes-on-postgresql dbms:postgresql
create trigger audit_end_stays before delete on audit_end
  for each row execute function refuse_change();
create trigger audit_end_goes_on before update on audit_end
  for each row when (new.id <> old.id or new.links <= old.links) execute function refuse_change();
create trigger audit_waiting_is_final before update on audit_waiting
  for each row execute function refuse_change();
