package app.chancery.rehearsal.replay;

import app.chancery.platform.words.Coded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events a case can tell of. */
public enum CaseEvent implements Coded {
  PARTY_JOINED(Kind.GIVEN),
  PROPOSAL_CIRCULATED(Kind.GIVEN),
  OBJECTION(Kind.GIVEN),
  OBJECTION_WITHDRAWN(Kind.GIVEN),
  PROPOSAL_WITHDRAWN(Kind.GIVEN),
  APPLICATION_WITHDRAWN(Kind.GIVEN),
  TALKS_HELD(Kind.GIVEN),
  LETTER_OF_INTENT(Kind.GIVEN),
  PROTOCOL_SIGNED(Kind.GIVEN),
  RATIFICATION_HELD(Kind.GIVEN),
  RATIFICATION_RESUMED(Kind.GIVEN),
  RATIFIED(Kind.GIVEN),
  INVITED_TO_ACCEDE(Kind.GIVEN),
  INSTRUMENT_DEPOSITED(Kind.GIVEN),
  PROPOSAL_ADOPTED(Kind.EXPECTED),
  SILENCE_BROKEN(Kind.EXPECTED),
  ENTERED_INTO_FORCE(Kind.EXPECTED),
  ACCEDED(Kind.EXPECTED);

  /** Whether people did it, or it follows from what they did. */
  public enum Kind implements Coded {
    GIVEN,
    EXPECTED;

    static Optional<Kind> of(String word) {
      return Coded.find(Kind.class, word);
    }
  }

  private static final List<CaseEvent> STAGES =
      List.of(
          TALKS_HELD, LETTER_OF_INTENT, PROTOCOL_SIGNED, INVITED_TO_ACCEDE, INSTRUMENT_DEPOSITED);

  private final Kind kind;

  CaseEvent(Kind kind) {
    this.kind = kind;
  }

  /** Whether it must say which country acted. */
  boolean needsActor() {
    return this == PARTY_JOINED || isOfAParty();
  }

  /** Whether only a Party can do it. */
  boolean isOfAParty() {
    return this == OBJECTION || this == OBJECTION_WITHDRAWN || isOfARatification();
  }

  /** Whether a Party does it with its ratification. */
  private boolean isOfARatification() {
    return this == RATIFICATION_HELD || this == RATIFICATION_RESUMED || this == RATIFIED;
  }

  /**
   * The stages of an accession that come before it, in their order: each was reached if this one
   * was, also where a case does not tell of it.
   */
  List<CaseEvent> stagesBefore() {
    int reached = isOfARatification() ? STAGES.indexOf(PROTOCOL_SIGNED) + 1 : STAGES.indexOf(this);
    return STAGES.subList(0, Math.max(0, reached));
  }

  static Optional<CaseEvent> of(Kind kind, String word) {
    return Coded.find(CaseEvent.class, word).filter(event -> event.kind == kind);
  }

  static List<String> words(Kind kind) {
    return Arrays.stream(values())
        .filter(event -> event.kind == kind)
        .map(CaseEvent::word)
        .toList();
  }
}
