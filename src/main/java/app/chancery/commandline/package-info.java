/** The commands that need no server. */
package app.chancery.commandline;
