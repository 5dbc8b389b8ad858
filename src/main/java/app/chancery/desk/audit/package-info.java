/** The audit as a page, for auditors. */
package app.chancery.desk.audit;
