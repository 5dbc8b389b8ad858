/**
 * A place to work all day: the lists of open tasks, what may be taken, given back and handed over,
 * and what may be started.
 */
package app.chancery.desk.work;
