/** What a task shows to the person who does it, and what happens to tasks that stand. */
@org.springframework.modulith.NamedInterface("briefing")
package app.chancery.platform.briefing;
