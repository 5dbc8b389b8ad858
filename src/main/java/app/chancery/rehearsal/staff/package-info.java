/** What the staff of each step do in a rehearsal. */
package app.chancery.rehearsal.staff;
