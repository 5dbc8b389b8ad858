package app.chancery.records;

import app.chancery.platform.people.Delegations;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What was told to whom, and when.
 *
 * @param kind null of what was told before kinds were kept; that came into no inbox
 * @param step the folder name of the step it is about
 * @param recipients groups, or accounts with an at sign before each, separated by a comma and a
 *     blank
 * @param confidential whether nobody but a recipient may know of it
 */
public record Notice(
    long id,
    NoticeKind kind,
    String programme,
    String step,
    NoticePlace place,
    String subject,
    String text,
    String recipients,
    OffsetDateTime sentAt,
    boolean confidential) {

  static final String BETWEEN = ", ";

  /** How a person stands among the recipients. */
  static String person(String account) {
    return "@" + account;
  }

  /** The recipients one by one. */
  public List<String> groups() {
    return List.of(recipients.split(BETWEEN));
  }

  /** Where it leads to, relative to the application's root. */
  public String path() {
    return place.path(programme);
  }

  /**
   * The recipients as people read them.
   *
   * @param countries gives the name of a country by its ISO 3166-1 alpha-2 code
   */
  public String toldTo(UnaryOperator<String> countries) {
    return Delegations.inWords(groups(), countries);
  }

  /** As the members of these groups may see it: in confidence, nobody learns who else was told. */
  Optional<Notice> shownTo(Collection<String> groups) {
    if (!confidential) {
      return Optional.of(this);
    }
    String own = groups().stream().filter(groups::contains).collect(Collectors.joining(BETWEEN));
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice(id, kind, programme, step, place, subject, text, own, sentAt, true));
  }
}
