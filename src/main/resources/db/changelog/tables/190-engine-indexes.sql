--liquibase formatted sql

--changeset chancery:subtasks-are-found
--comment The engine asks for the subtasks of every task that ends. Without this it reads all open tasks of the office for each.
create index subtask_of_task on act_ru_task (parent_task_id_);

--changeset chancery:due-jobs-are-found
--comment The engine asks every few seconds, and after each click that leaves it a job, what is due. Without this it reads all jobs of the office for that.
create index job_that_is_due on act_ru_job (duedate_);
