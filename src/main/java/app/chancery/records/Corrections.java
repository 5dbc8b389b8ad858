package app.chancery.records;

import app.chancery.platform.people.Author;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The corrections of records. The old value stays beside the new one with the reason; what was made
 * or decided by the old one stays as it is. Each is a decision (rule 12).
 */
@Service
public class Corrections {

  /** The most characters of a reason. */
  private static final int LONGEST = 4000;

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final Days days;
  private final Signatures signatures;
  private final DecisionRecords decisions;

  Corrections(
      JdbcClient db,
      Clock clock,
      Author author,
      Days days,
      Signatures signatures,
      DecisionRecords decisions) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.days = days;
    this.signatures = signatures;
    this.decisions = decisions;
  }

  /**
   * What is corrected.
   *
   * @param step the folder name of the step it belongs to
   * @param entry the row that is wrong; 0 for the name of a candidate
   * @param about see {@link Correction}
   */
  public record Subject(
      String programme, String step, long entry, String about, OffsetDateTime enteredAt) {}

  /** One part of it. */
  public record Change(Corrected what, String before, String after) {

    /** Whether it says something else than before. */
    public boolean isOne() {
      return !before.equals(after);
    }
  }

  /**
   * Keeps the changes of one entry, with a decision for each.
   *
   * @param changes at least one
   */
  public void record(Subject subject, List<Change> changes, String reason) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    // An activity may have come from another programme: what counts is when it came to this one.
    OffsetDateTime entered =
        of(subject.programme(), changes.get(0).what().entry(), subject.entry()).stream()
            .findFirst()
            .map(Correction::enteredAt)
            .orElse(subject.enteredAt());
    for (Change change : changes) {
      db.sql(
              """
              insert into correction (programme, what, entry, about, old_value, new_value, reason,
                entered_at, corrected_by, corrected_at)
              values (:programme, :what, :entry, :about, :before, :after, :reason, :entered, :by,
                :at)
              """)
          .param("programme", subject.programme())
          .param("what", change.what().name())
          .param("entry", subject.entry())
          .param("about", subject.about())
          .param("before", change.before())
          .param("after", change.after())
          .param("reason", reason)
          .param("entered", entered)
          .param("by", author.name())
          .param("at", now)
          .update();
      decided(
          subject,
          change.what().entry(),
          Words.of("correction.decision")
              .formatted(
                  Correction.label(change.what(), subject.about()),
                  change.before(),
                  change.after()),
          reason);
    }
  }

  private void decided(Subject subject, Correctable kind, String what, String why) {
    if (kind.mayRead(List.of())) {
      decisions.record(subject.programme(), subject.step(), what, why);
    } else {
      decisions.recordForStaff(subject.programme(), subject.step(), what, why);
    }
  }

  /** The corrections of a programme, oldest first. */
  public List<Correction> of(String programme) {
    return db.sql("select * from correction where programme = :programme order by id")
        .param("programme", programme)
        .query(Corrections::correction)
        .list();
  }

  /**
   * Those that somebody of these groups may read, as they may read what was corrected; oldest
   * first.
   */
  public List<Correction> shownTo(Collection<String> groups, String programme) {
    return of(programme).stream().filter(each -> mayRead(each, groups)).toList();
  }

  /** Whether somebody of these groups may read it, as they may read what was corrected. */
  public static boolean mayRead(Correction made, Collection<String> groups) {
    return made.what().entry().mayRead(groups);
  }

  /**
   * What the record of a programme says otherwise now than it did at a moment: of each corrected
   * value what it said then and says now, with who corrected it last, when and why. What says the
   * same again is left out, and so is what was recorded later.
   *
   * @param corrections of the programme, oldest first
   */
  public static List<Correction> since(OffsetDateTime moment, List<Correction> corrections) {
    Map<List<Object>, Correction> byValue = new LinkedHashMap<>();
    corrections.stream()
        .filter(each -> each.isAfter(moment))
        .forEach(
            each ->
                byValue.merge(
                    List.of(each.what(), each.entry()),
                    each,
                    (earlier, later) -> later.since(earlier)));
    return byValue.values().stream().filter(Correction::isOne).toList();
  }

  /**
   * Those of one entry.
   *
   * @param corrections of its programme
   * @param entry 0 for the name of a candidate
   */
  public static List<Correction> of(List<Correction> corrections, Correctable kind, long entry) {
    return corrections.stream()
        .filter(each -> each.what().entry() == kind && each.entry() == entry)
        .toList();
  }

  private List<Correction> of(String programme, Correctable kind, long entry) {
    return of(of(programme), kind, entry);
  }

  /** In a sentence: what it said, what it says, when and by whom it was corrected, and why. */
  public String said(Correction made) {
    return Dates.inWords(
        Words.of("correction.said")
            .formatted(
                made.label(),
                made.before(),
                made.after(),
                days.words(made.correctedAt()),
                signatures.of(made.correctedBy()),
                made.reason()));
  }

  /**
   * The last one of an entry.
   *
   * @param entry 0 for the name of a candidate
   */
  public Optional<Correction> last(String programme, Correctable kind, long entry) {
    return of(programme, kind, entry).stream().reduce((earlier, later) -> later);
  }

  /**
   * Whoever corrects has seen what it says now.
   *
   * @param seen the number of the last correction they saw of the entry, 0 if none
   * @throws Conflict if there are newer ones, with all that they changed and who made them
   * @throws Refused if there is no such correction of the entry
   */
  public void checkSeen(String programme, Correctable kind, long entry, long seen) {
    List<Correction> all = of(programme, kind, entry);
    if (seen != 0 && all.stream().noneMatch(each -> each.id() == seen)) {
      throw new Refused("", Words.of("correction.unseen"));
    }
    List<Correction> newer = all.stream().filter(each -> each.id() > seen).toList();
    if (!newer.isEmpty()) {
      Map<List<Object>, List<Correction>> byWhom =
          newer.stream()
              .collect(
                  Collectors.groupingBy(
                      each -> List.of(each.correctedBy(), each.correctedAt()),
                      LinkedHashMap::new,
                      Collectors.toList()));
      throw new Conflict(
          "",
          Words.of("correction.meanwhile")
              .formatted(
                  byWhom.values().stream().map(this::meanwhile).collect(Collectors.joining(" "))));
    }
  }

  /** What one person changed at once. */
  private String meanwhile(List<Correction> made) {
    Correction one = made.get(0);
    return Dates.inWords(
        Words.of("correction.meanwhileBy")
            .formatted(
                signatures.of(one.correctedBy()),
                days.moment(one.correctedAt()),
                made.stream()
                    .map(
                        each ->
                            Words.of("correction.became")
                                .formatted(each.label(), each.before(), each.after()))
                    .collect(Collectors.joining("; "))));
  }

  /** The reason as it is kept; what is wrong with it is a fault of the field {@code reason}. */
  public static String reason(String given, Faults faults) {
    String reason = given == null ? "" : PlainText.stripped(given);
    if (faults.check(!reason.isEmpty(), "reason", Words.of("correction.reasonNeeded"))
        && PlainText.check(reason, "reason", faults)) {
      faults.check(
          reason.length() <= LONGEST, "reason", Words.of("correction.long").formatted(LONGEST));
    }
    return reason;
  }

  /** Adds a fault of that field unless one of the changes is one. */
  public static List<Change> real(List<Change> changes, String field, Faults faults) {
    List<Change> real = changes.stream().filter(Change::isOne).toList();
    faults.check(!real.isEmpty(), field, Words.of("correction.same"));
    return real;
  }

  private static Correction correction(ResultSet row, int number) throws SQLException {
    return new Correction(
        row.getLong("id"),
        row.getString("programme"),
        Corrected.valueOf(row.getString("what")),
        row.getLong("entry"),
        row.getString("about"),
        row.getString("old_value"),
        row.getString("new_value"),
        row.getString("reason"),
        row.getObject("entered_at", OffsetDateTime.class),
        row.getString("corrected_by"),
        row.getObject("corrected_at", OffsetDateTime.class));
  }
}
