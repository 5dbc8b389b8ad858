package app.chancery.programme;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.words.Coded;
import app.chancery.readiness.Tier;
import java.time.OffsetDateTime;

/**
 * One run of the six steps for one candidate.
 *
 * @param key for example {@code FI-2022}; the business key of every process of the programme
 * @param status {@code ACTIVE}, {@code SUSPENDED} or {@code ENDED}
 * @param step the step it is in; the last one it was in when it has ended
 * @param tier null until step 2 has settled it
 * @param outcome null until it has ended
 * @param why the reason of the outcome, or of the suspension
 * @param policy the tables that it is judged by until its next review
 */
public record Programme(
    String key,
    String candidate,
    String name,
    Status status,
    Step step,
    Tier tier,
    Outcome outcome,
    String why,
    OffsetDateTime openedAt,
    String openedBy,
    OffsetDateTime endedAt,
    TableVersions policy) {

  /** Where a programme stands in its life. */
  public enum Status implements Coded {
    ACTIVE,
    SUSPENDED,
    ENDED
  }

  public boolean isOpen() {
    return status != Status.ENDED;
  }

  /** What people read: "Dorelia (XD-2026)". */
  public String called() {
    return called(name, key);
  }

  /** The same of a candidate's name and the key of its programme. */
  public static String called(String name, String key) {
    return CandidateNames.called(name, key);
  }
}
