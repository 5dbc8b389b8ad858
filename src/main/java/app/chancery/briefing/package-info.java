/** What a task shows to the person who does it, and what happens to tasks that stand. */
package app.chancery.briefing;
