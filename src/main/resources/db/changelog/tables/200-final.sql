--liquibase formatted sql

--changeset chancery:what-is-final-is-not-emptied-postgresql dbms:postgresql splitStatements:false
--comment A truncation passes by triggers for each row. All tables whose rows are final or stay get one for the statement; a later table brings its own.
do $$
declare
  guarded regclass;
begin
  for guarded in select distinct tgrelid::regclass from pg_trigger
    where not tgisinternal and tgfoid = 'refuse_change'::regproc
  loop
    execute format('create trigger is_not_emptied before truncate on %s
      for each statement execute function refuse_change()', guarded);
  end loop;
end;
$$;
