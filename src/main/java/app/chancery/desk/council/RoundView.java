package app.chancery.desk.council;

import app.chancery.consensus.Position;
import app.chancery.consensus.RoundState;
import app.chancery.documents.DeliverableEntry;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PackageChanges;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A round as a reader may see it.
 *
 * @param key of the programme
 * @param follows what became of the proposal afterwards, or is to be decided; empty if nothing is
 *     to be said
 * @param because why the secretariat withdrew the proposal; null if it did not
 * @param ends when silence ends, for programs
 * @param deadline the same for people, with its time zone
 * @param zone the zone of its times
 * @param ended when it ended; empty while it is open
 * @param answered how many Allies have answered; null if the reader may not know
 * @param missing the names of those who have not; null if the reader may not know
 * @param positions those that count and that the reader may see, by the names of the Allies
 * @param own all that the reader's delegation has stated, oldest first
 * @param objections all that broke the silence or joined the consultation; all Allies know them
 * @param events what the Allies were told of the round besides
 * @param offer the version of the package that was circulated
 * @param changes from the version that was circulated before; empty in a first round
 * @param whatChanged in the planners' words; null in a first round
 * @param justification its paragraphs
 * @param now when the page was made
 * @param mark changes whenever something that the reader may see has changed
 */
record RoundView(
    long id,
    String key,
    String candidate,
    int number,
    RoundState state,
    String sentence,
    String follows,
    String because,
    String tier,
    int packageVersion,
    String circulated,
    String circulatedBy,
    OffsetDateTime ends,
    String deadline,
    String zone,
    String ended,
    int asked,
    Integer answered,
    List<String> missing,
    List<Line> positions,
    List<Line> own,
    List<Line> objections,
    List<Event> events,
    Link before,
    Link after,
    EngagementPackage offer,
    List<PackageChanges.Change> changes,
    String whatChanged,
    List<String> justification,
    List<DeliverableEntry> documents,
    OffsetDateTime now,
    String mark) {

  public boolean isOverseen() {
    return missing != null;
  }

  /**
   * A position, or one that is missing.
   *
   * @param ally its name
   * @param position null if the Ally has not answered
   * @param stated when, with the time zone; empty if it has not
   * @param by who did, in the name of the Ally; empty if nobody
   * @param withdrawn when and why an objection was withdrawn; empty if it was not
   * @param receipt what its receipt is called
   * @param address of the receipt
   */
  record Line(
      String ally,
      Position position,
      String stated,
      String by,
      String withdrawn,
      String receipt,
      String address) {

    public String answer() {
      return position == null ? "" : position.stance().word();
    }
  }

  /**
   * @param why as it was written; empty if no reason is on record
   */
  record Event(OffsetDateTime at, String when, String what, String who, String why) {}

  /** Another round of the programme. */
  record Link(long id, int number, String state) {}
}
