/**
 * What people say to each other about a programme or a task. It stands beside the record and is no
 * part of it: nothing is decided by it, and no document quotes it.
 */
@org.springframework.modulith.NamedInterface("talk")
package app.chancery.records.talk;
