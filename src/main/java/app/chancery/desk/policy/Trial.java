package app.chancery.desk.policy;

import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.words.Coded;
import app.chancery.readiness.PolicyTable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An edited table that was tried.
 *
 * @param sha256 of the file
 * @param comparedWith the versions of all policy tables that were in use
 * @param assessedOn the day for which figures counted as fresh or stale
 * @param refusals why it cannot be released
 * @param dossiers how many there are to look at
 * @param wentOnAt when it last did
 * @param points null until it is done
 */
record Trial(
    long id,
    PolicyTable table,
    String fileName,
    String sha256,
    TableVersions comparedWith,
    String note,
    String triedBy,
    OffsetDateTime triedAt,
    LocalDate assessedOn,
    Status status,
    List<String> refusals,
    int dossiers,
    int lookedAt,
    OffsetDateTime wentOnAt,
    Points points) {

  Trial {
    refusals = List.copyOf(refusals);
  }

  /** What became of it. */
  enum Status implements Coded {
    RUNNING,
    DONE,
    REFUSED,
    FAILED
  }

  /** Points of the capacity, were every open programme offered all instruments of its tier. */
  record Points(int before, int after, int capacityBefore, int capacityAfter) {}
}
