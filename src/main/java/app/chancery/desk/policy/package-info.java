/**
 * An edited policy table is tried against all recorded dossiers, and put to use by who may: who
 * would move, why, what it would bind, and what became of it.
 */
package app.chancery.desk.policy;
