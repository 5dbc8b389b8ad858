package app.chancery.desk.audit;

import app.chancery.platform.audit.AuditRecord;

/**
 * A record as auditors read it.
 *
 * @param when day and time in the alliance's zone
 * @param who name and function at that time; empty if it was nobody with an account
 * @param kind a word
 * @param what may be empty, as all that follows
 * @param called the programme as people read it
 * @param candidate whether it is one, so that there is a page of it
 * @param subject what else it is about
 * @param round its id; null if it is about none
 */
public record AuditRow(
    AuditRecord record,
    String when,
    String who,
    String kind,
    String what,
    String called,
    boolean candidate,
    String subject,
    String round,
    String why) {

  public long number() {
    return record.number();
  }
}
