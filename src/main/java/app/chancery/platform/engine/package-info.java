/**
 * The workflow engine, set up for Chancery, and what every {@code process} package needs of it:
 * typed variables, the reading of forms, the clock, the name of the person who acts.
 */
@org.springframework.modulith.NamedInterface("engine")
package app.chancery.platform.engine;
