package app.chancery.deliverables;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents that steps end with. */
public enum DeliverableKind {
  READINESS_BASELINE("readiness-baseline", "Readiness baseline", "prerequisites", Set.of()),
  /** Compiled from confidential interviews (rule 11), so only for those who may read them. */
  STAKEHOLDER_MAP(
      "stakeholder-map", "Stakeholder map", "stakeholders", Set.of("analysts", "envoys")),
  DIPLOMATIC_PACKAGE("diplomatic-package", "Diplomatic package", "engagement", Set.of()),
  COUNCIL_ENDORSEMENT("council-endorsement", "Council endorsement", "consensus", Set.of()),
  MEDIA_BRIEF("media-brief", "Media brief", "diplomacy", Set.of()),
  JOINT_EXERCISE_SCHEDULE(
      "joint-exercise-schedule", "Joint exercise schedule", "integration", Set.of()),
  OVERSIGHT_REPORT("oversight-report", "Oversight report", "oversight", Set.of()),
  PROGRAMME_FILE("programme-file", "Programme file", "programme", Set.of());

  static final String UNCLASSIFIED = "Unclassified - for official use";

  private final String slug;
  private final String title;
  private final String step;
  private final Set<String> readers;

  DeliverableKind(String slug, String title, String step, Set<String> readers) {
    this.slug = slug;
    this.title = title;
    this.step = step;
    this.readers = readers;
  }

  /** The name in addresses, file names and JSON. */
  public String slug() {
    return slug;
  }

  public String title() {
    return title;
  }

  /** The folder name of the step it ends. */
  public String step() {
    return step;
  }

  /** The groups that alone may read it; empty where all staff may. */
  public Set<String> readers() {
    return readers;
  }

  /** The line at the head of every page of it. */
  public String classification() {
    return readers.isEmpty()
        ? UNCLASSIFIED
        : "Restricted: " + readers.stream().sorted().collect(Collectors.joining(", "));
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
    return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
  }
}
