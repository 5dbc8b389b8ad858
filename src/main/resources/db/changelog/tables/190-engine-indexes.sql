--liquibase formatted sql

--changeset chancery:subtasks-are-found
--comment The engine asks for the subtasks of every task that ends. Without this it reads all open tasks of the office for each.
create index subtask_of_task on act_ru_task (parent_task_id_);
