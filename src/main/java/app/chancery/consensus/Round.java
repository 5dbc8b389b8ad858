package app.chancery.consensus;

import app.chancery.platform.people.Delegations;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Tier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One circulation of a proposal.
 *
 * @param item the run of the step it belongs to; rounds are counted within it
 * @param number from 1
 * @param inProgramme counted from 1 over all proposals of the programme
 * @param packageVersion the version of the package that was circulated
 * @param tier the tier of that package
 * @param justification how it safeguards collective defence without overextending resources
 * @param whatChanged since the round before; null in the first
 * @param allies the codes of those who are asked: who were Allies at the moment of circulation, and
 *     behind them who became one while silence ran
 * @param silenceEnds the deadline; an answer at this very instant comes too late
 * @param zone the time zone in which the deadline was given
 * @param alliancesZone in which people read it, and everything else that has a time
 * @param endedAt null while it is open
 * @param endedBecause why the secretariat withdrew the proposal; null if it did not
 */
public record Round(
    long id,
    long item,
    String programme,
    int number,
    int inProgramme,
    int packageVersion,
    Tier tier,
    String justification,
    String whatChanged,
    List<String> allies,
    OffsetDateTime circulatedAt,
    String circulatedBy,
    OffsetDateTime silenceEnds,
    ZoneId zone,
    ZoneId alliancesZone,
    Status status,
    OffsetDateTime endedAt,
    String endedBecause) {

  /** Where a round stands. */
  public enum Status implements Coded {
    OPEN,
    ADOPTED,
    BROKEN,
    /** The proposal was taken back while silence ran. */
    WITHDRAWN;

    /** What it comes to that an Ally has given no answer: assent only where silence ended so. */
    public String ofSilence() {
      return Words.of(this, "silent");
    }
  }

  public Round {
    allies = List.copyOf(allies);
  }

  /** The deadline as people read it: day, time and time zone. */
  public String deadline() {
    return deadline(silenceEnds, zone);
  }

  /** A deadline in the alliance's zone, and beside that as it was given, if that was another. */
  public String deadline(OffsetDateTime ends, ZoneId given) {
    return given.equals(alliancesZone)
        ? read(ends)
        : Words.of("round.deadline.given").formatted(read(ends), Moments.words(ends, given));
  }

  /** A moment of this round as people read it, in the alliance's zone. */
  public String read(OffsetDateTime moment) {
    return Moments.words(moment, alliancesZone);
  }

  /** The user groups that are asked. */
  public List<String> delegations() {
    return allies.stream().map(Delegations::groupOf).toList();
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Whether the silence has run out; from the deadline's very instant on it has. */
  public boolean hasExpired(Instant now) {
    return !now.isBefore(silenceEnds.toInstant());
  }
}
