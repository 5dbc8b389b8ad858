--liquibase formatted sql

--changeset chancery:subtasks-are-found
--comment The engine asks for the subtasks of every task that ends. Without this it reads all open tasks of the office for each.
create index subtask_of_task on act_ru_task (parent_task_id_);

--changeset chancery:due-jobs-are-found
--comment The engine asks every few seconds, and after each click that leaves it a job, what is due. Without this it reads all jobs of the office for that.
create index job_that_is_due on act_ru_job (duedate_);

--changeset chancery:programmes-of-instances-are-found dbms:postgresql
--comment Which programme a task belongs to is read for all of them at once: by the board, and by the lists of work. With the key in the index no instance is read for it.
create index programme_of_instance on act_ru_execution (id_) include (business_key_) where business_key_ is not null;
