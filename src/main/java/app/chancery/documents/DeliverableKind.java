package app.chancery.documents;

import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents that steps end with. */
public enum DeliverableKind implements Coded {
  READINESS_BASELINE("prerequisites", Set.of()),
  /** Compiled from confidential interviews (rule 11), so only for those who may read them. */
  STAKEHOLDER_MAP("stakeholders", Set.of(Groups.ANALYSTS, Groups.ENVOYS)),
  DIPLOMATIC_PACKAGE("engagement", Set.of()),
  COUNCIL_ENDORSEMENT("consensus", Set.of()),
  MEDIA_BRIEF("diplomacy", Set.of()),
  JOINT_EXERCISE_SCHEDULE("integration", Set.of()),
  OVERSIGHT_REPORT("oversight", Set.of()),
  PROGRAMME_FILE("programme", Set.of());

  private final String step;
  private final Set<String> readers;

  DeliverableKind(String step, Set<String> readers) {
    this.step = step;
    this.readers = readers;
  }

  /** The name in addresses, file names and JSON. */
  public String slug() {
    return code();
  }

  public String title() {
    return word();
  }

  /** The folder name of the step it ends. */
  public String step() {
    return step;
  }

  /** The groups that alone may read it; empty where all staff may. */
  public Set<String> readers() {
    return readers;
  }

  /** Whether some staff may not read it. */
  boolean isRestricted() {
    return !readers.isEmpty();
  }

  /** The line at the head of every page of it. */
  public String classification() {
    return readers.isEmpty()
        ? Words.of("classification.official")
        : Words.of("classification.restricted")
            .formatted(readers.stream().sorted().collect(Collectors.joining(", ")));
  }

  /**
   * Whether each version stands for itself, as reports do; of the other kinds a new version takes
   * the place of the one before.
   */
  public boolean isSeries() {
    return this == OVERSIGHT_REPORT;
  }

  /** The kind of that name in addresses. */
  public static Optional<DeliverableKind> ofSlug(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
  }
}
