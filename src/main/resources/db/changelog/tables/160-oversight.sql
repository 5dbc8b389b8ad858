--liquibase formatted sql

--changeset chancery:review
create table review (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  kind varchar(20) not null,
  -- Of a quarterly review only, for example 2027-Q1; empty for a review because conditions shifted.
  quarter varchar(7),
  status varchar(20) not null,
  -- When the calendar had planned it; empty for a review because conditions shifted.
  planned_for timestamp with time zone,
  opened_at timestamp with time zone,
  decide_by date,
  pack text,
  decision varchar(30),
  reasons text,
  -- One milestone a line, when the decision is to adjust milestones.
  milestone_changes text,
  decided_by varchar(255),
  decided_at timestamp with time zone,
  held_late boolean default false not null,
  -- Rule 10: at most one quarterly review per programme and quarter, also as a missed one.
  constraint review_once_a_quarter unique (programme, quarter)
);
create index review_of_programme on review (programme, status);

--changeset chancery:review-plan
-- One row while oversight watches a programme: since when, and the quarterly review it waits for.
create table review_plan (
  programme varchar(40) primary key,
  watched_since timestamp with time zone not null,
  quarter varchar(7),
  due_at timestamp with time zone
);

--changeset chancery:condition-shift
create table condition_shift (
  id bigint generated always as identity primary key,
  programme varchar(40) not null,
  kind varchar(20) not null,
  severity varchar(20) not null,
  description text not null,
  source text not null,
  reported_by varchar(255) not null,
  reported_at timestamp with time zone not null,
  -- The review that takes it up; empty while none can.
  review bigint
);
create index condition_shift_of_programme on condition_shift (programme, review);

--changeset chancery:quarter-report
-- A quarter that is reported on, for the whole portfolio: the table allows one report a quarter.
create table quarter_report (
  quarter varchar(7) primary key,
  due_at timestamp with time zone not null,
  -- The report and when it was made; empty before.
  deliverable bigint,
  made_at timestamp with time zone
);

--changeset chancery:work-in-hand
-- Of a review that moved the tier: whether the work in hand was held or carried on.
alter table review add column work_in_hand varchar(20);

--changeset chancery:review-plan-revision
--comment How often the day was moved within the quarter.
alter table review_plan add column revision integer default 0 not null;

--changeset chancery:programme-rating
--comment How a programme stands by its newest review, which is in the pack of that too; the portfolio counts it and looks for it.
create table programme_rating (
  programme varchar(40) not null,
  dimension varchar(20) not null,
  colour varchar(10) not null,
  -- In the quarterly review before; empty if there was none.
  last_colour varchar(10),
  primary key (programme, dimension)
);
create index programme_rating_by_colour on programme_rating (dimension, colour, programme);
create index review_by_status on review (status, decide_by, programme);

--changeset chancery:programme-rating-in-one-line
--comment Six rows of each programme took the board longer to count than all else it shows. Two letters for each dimension, its colour and the one before: G, A, R, and - for none.
create table rated_programme (
  programme varchar(40) not null primary key,
  ratings varchar(60) not null
);
insert into rated_programme (programme, ratings) select programme,
  coalesce(max(case when dimension = 'SCHEDULE' then substring(colour, 1, 1) || coalesce(substring(last_colour, 1, 1), '-') end), '--') ||
  coalesce(max(case when dimension = 'INTEROPERABILITY' then substring(colour, 1, 1) || coalesce(substring(last_colour, 1, 1), '-') end), '--') ||
  coalesce(max(case when dimension = 'DOMESTIC_SUPPORT' then substring(colour, 1, 1) || coalesce(substring(last_colour, 1, 1), '-') end), '--') ||
  coalesce(max(case when dimension = 'SECURITY' then substring(colour, 1, 1) || coalesce(substring(last_colour, 1, 1), '-') end), '--') ||
  coalesce(max(case when dimension = 'COST' then substring(colour, 1, 1) || coalesce(substring(last_colour, 1, 1), '-') end), '--') ||
  coalesce(max(case when dimension = 'COMMUNICATION' then substring(colour, 1, 1) || coalesce(substring(last_colour, 1, 1), '-') end), '--')
  from programme_rating group by programme;
drop table programme_rating;
