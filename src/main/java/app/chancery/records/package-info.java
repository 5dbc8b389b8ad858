/** What was decided and who was told, kept for good. */
package app.chancery.records;
