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
    return switch (this) {
      case OBJECTION, OBJECTION_WITHDRAWN, RATIFICATION_HELD, RATIFICATION_RESUMED, RATIFIED ->
          true;
      default -> false;
    };
  }

  /**
   * The stages of an accession that were reached if this event was possible at all, in their order,
   * also where a case does not tell of them. Nobody can deposit, and so no protocol be in force,
   * without a signature before it: an invitation to accede presumes none. Nor does whoever goes on
   * with a ratification: it was held before.
   */
  List<CaseEvent> stagesBefore() {
    return switch (this) {
      case LETTER_OF_INTENT -> List.of(TALKS_HELD);
      case PROTOCOL_SIGNED -> List.of(TALKS_HELD, LETTER_OF_INTENT);
      case RATIFICATION_HELD, RATIFIED -> List.of(TALKS_HELD, LETTER_OF_INTENT, PROTOCOL_SIGNED);
      case INSTRUMENT_DEPOSITED -> List.of(INVITED_TO_ACCEDE);
      default -> List.of();
    };
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
