/**
 * The database below everything: its files, its tables, who works on it, and what happens when it
 * cannot be written.
 */
@org.springframework.modulith.NamedInterface("database")
package app.chancery.platform.database;
