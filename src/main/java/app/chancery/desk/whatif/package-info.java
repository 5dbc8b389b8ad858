/**
 * What would be if figures were others: tried against the policy tables in force and the alliance's
 * capacity. Nothing of it enters the record.
 */
package app.chancery.desk.whatif;
