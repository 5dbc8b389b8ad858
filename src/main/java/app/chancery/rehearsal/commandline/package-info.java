/** The commands that need no server. */
@org.springframework.modulith.NamedInterface("commandline")
package app.chancery.rehearsal.commandline;
