--liquibase formatted sql

--changeset chancery:prerequisites-taken-back
--comment What its author has taken back counts no more and stays; a finding's attempt is then its negative number.
alter table prerequisite_finding add column taken_back_at timestamp with time zone;
alter table intelligence_brief add column taken_back_at timestamp with time zone;
