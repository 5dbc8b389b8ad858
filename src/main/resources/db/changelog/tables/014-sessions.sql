--liquibase formatted sql

--changeset chancery:sessions
--comment Who is logged in, on whichever node; of an account the number of the last row of "ended_sessions" at the login. The session's id, which the browser has alone, names the row by a hash and seals what is to be told on the next page, so that nobody who reads the table can go on as somebody else or read what they typed. The last visit is taken down once in a while.
create table web_session (
  id_hash varchar(64) primary key,
  account varchar(64) not null,
  ended_sessions bigint not null,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  sealed bytea
);
create index web_session_by_visit on web_session (seen_at);

--changeset chancery:sessions-of-provider
--comment Of who logged in by a provider of OpenID Connect: its number of that session as a hash, by which it ends it; sealed as above the id token, which its logout asks for, and the refresh token, by which it is asked once in a while whether the person may still be here; and when it was asked last, if there is such a token.
alter table web_session add column provider_session varchar(64);
alter table web_session add column provider_sealed bytea;
alter table web_session add column asked_at timestamp with time zone;
create index web_session_of_provider on web_session (provider_session);
