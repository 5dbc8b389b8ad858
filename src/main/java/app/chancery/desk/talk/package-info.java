/**
 * Where people talk: the comments and files of a programme or a task, on its page and by
 * themselves.
 */
package app.chancery.desk.talk;
