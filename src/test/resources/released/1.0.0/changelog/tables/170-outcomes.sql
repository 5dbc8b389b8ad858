--liquibase formatted sql

--changeset chancery:outcomes-and-lists
--comment A page of the newest programmes is read from the index; the outcomes find the few rows they count.
create index programme_by_opening on programme (opened_at desc, programme_key);
create index programme_by_status on programme (status, opened_at desc);
create index review_by_quarter on review (quarter, status, held_late, programme);
create index council_position_by_stance on council_position (stance, stated_at);
create index indicator_by_name on indicator (name, programme, as_of, id);
