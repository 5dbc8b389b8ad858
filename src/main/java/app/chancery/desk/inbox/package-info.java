/** What each person was told: a page, its count in the head of every page, and for programs. */
package app.chancery.desk.inbox;
