--liquibase formatted sql

--changeset chancery:sample-portfolio
--comment One row if the sample portfolio was begun here. A start that finds it unfinished goes on with it.
create table sample_portfolio (
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
