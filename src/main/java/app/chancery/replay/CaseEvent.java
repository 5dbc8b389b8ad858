package app.chancery.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events a case can tell of. */
public enum CaseEvent {
  PARTY_JOINED("party-joined", Kind.GIVEN),
  PROPOSAL_CIRCULATED("proposal-circulated", Kind.GIVEN),
  OBJECTION("objection", Kind.GIVEN),
  OBJECTION_WITHDRAWN("objection-withdrawn", Kind.GIVEN),
  TALKS_HELD("talks-held", Kind.GIVEN),
  LETTER_OF_INTENT("letter-of-intent", Kind.GIVEN),
  PROTOCOL_SIGNED("protocol-signed", Kind.GIVEN),
  RATIFIED("ratified", Kind.GIVEN),
  INSTRUMENT_DEPOSITED("instrument-deposited", Kind.GIVEN),
  PROPOSAL_ADOPTED("proposal-adopted", Kind.EXPECTED),
  SILENCE_BROKEN("silence-broken", Kind.EXPECTED),
  ENTERED_INTO_FORCE("entered-into-force", Kind.EXPECTED),
  ACCEDED("acceded", Kind.EXPECTED);

  /** Whether people did it, or it follows from what they did. */
  public enum Kind {
    GIVEN("given"),
    EXPECTED("expected");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in a case. */
    public String word() {
      return word;
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  private final String word;
  private final Kind kind;

  CaseEvent(String word, Kind kind) {
    this.word = word;
    this.kind = kind;
  }

  /** The word in a case. */
  public String word() {
    return word;
  }

  /** Whether it must say which country acted. */
  boolean needsActor() {
    return this == PARTY_JOINED || isOfAParty();
  }

  /** Whether only a Party can do it. */
  boolean isOfAParty() {
    return this == OBJECTION || this == OBJECTION_WITHDRAWN || this == RATIFIED;
  }

  static Optional<CaseEvent> of(Kind kind, String word) {
    return Arrays.stream(values())
        .filter(event -> event.kind == kind && event.word.equals(word))
        .findFirst();
  }

  static List<String> words(Kind kind) {
    return Arrays.stream(values())
        .filter(event -> event.kind == kind)
        .map(CaseEvent::word)
        .toList();
  }
}
