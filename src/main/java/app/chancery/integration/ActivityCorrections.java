package app.chancery.integration;

import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.Correctable;
import app.chancery.records.Corrected;
import app.chancery.records.Corrections;
import app.chancery.records.Corrections.Change;
import app.chancery.records.Corrections.Subject;
import app.chancery.records.alliance.Allies;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The day of an activity, or the programme it was recorded for, is put right. A date of a
 * ratification needs none of this: it is recorded anew, and the last record counts.
 */
@Service
public class ActivityCorrections {

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Programmes programmes;
  private final Activities activities;
  private final Corrections corrections;
  private final Allies allies;
  private final Signatures signatures;

  ActivityCorrections(
      JdbcClient db,
      Clock clock,
      Days days,
      Programmes programmes,
      Activities activities,
      Corrections corrections,
      Allies allies,
      Signatures signatures) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.programmes = programmes;
    this.activities = activities;
    this.corrections = corrections;
    this.allies = allies;
    this.signatures = signatures;
  }

  /**
   * Corrects an activity. Under another programme it is no longer the planned exercise that it was
   * held to be, which is then still to be held.
   *
   * @param seen see {@link Corrections#checkSeen}
   * @param fields {@code date}, {@code to} (the programme it belongs to, as {@link
   *     Programmes#meant} takes it) and {@code reason}
   * @return the key of the programme it belongs to
   * @throws NotFound if there is no such programme or activity
   * @throws app.chancery.platform.refusal.Refused naming every fault by its field
   */
  @Transactional
  public String correct(String key, long id, long seen, Map<String, String> fields) {
    programmes.lock(key);
    Activity wrong = activity(key, id);
    corrections.checkSeen(key, Correctable.ACTIVITY, id, seen);
    Faults faults = new Faults();
    LocalDate date =
        PastDate.of("date", fields.get("date"), allies.founded(), days.today(), faults);
    String to = programme(key, fields.get("to"), faults);
    String reason = Corrections.reason(fields.get("reason"), faults);
    List<Change> changes =
        faults.isEmpty() || faults.list().stream().allMatch(each -> each.field().equals("reason"))
            ? Corrections.real(changes(wrong, date, to), "date", faults)
            : List.of();
    faults.refuseIfAny();
    db.sql(
            """
            update activity set held_on = :on, programme = :to,
              planned_exercise = case when programme = :to then planned_exercise end
            where id = :id
            """)
        .param("on", date)
        .param("to", to)
        .param("id", id)
        .update();
    keep(key, wrong, wrong.recordedAt(), changes, reason);
    if (!to.equals(key)) {
      // Nothing that was made of that one rests on it.
      keep(to, wrong, OffsetDateTime.now(clock), changes, reason);
    }
    return to;
  }

  /**
   * @throws NotFound if the programme has no such activity
   */
  public Activity activity(String key, long id) {
    return activities.of(key).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(whereItIs(key, id)));
  }

  /** Somebody may have moved it to another programme a moment ago. */
  private String whereItIs(String key, long id) {
    return corrections.of(key).stream()
        .filter(each -> each.what() == Corrected.ACTIVITY_PROGRAMME && each.entry() == id)
        .reduce((earlier, later) -> later)
        .map(
            moved ->
                Words.of("correction.activityMoved")
                    .formatted(
                        signatures.of(moved.correctedBy()),
                        programmes.get(moved.after()).called(),
                        PlainText.sentence(moved.reason())))
        .orElseGet(() -> Words.of("correction.noActivity").formatted(key));
  }

  private void keep(
      String programme,
      Activity wrong,
      OffsetDateTime entered,
      List<Change> changes,
      String reason) {
    corrections.record(
        new Subject(
            programme, Step.INTEGRATION.folder(), wrong.id(), wrong.date().toString(), entered),
        changes,
        reason);
  }

  /** The key of the programme that is meant, which has not ended unless it is the present one. */
  private String programme(String present, String given, Faults faults) {
    if (!faults.check(given != null && !given.isBlank(), "to", Words.of("form.required"))
        || !PlainText.checkLine(given, "to", faults)) {
      return present;
    }
    try {
      Programme meant = programmes.meant(given, "to");
      faults.check(
          meant.key().equals(present) || meant.isOpen(),
          "to",
          Words.of("correction.ended").formatted(meant.called()));
      return meant.key();
    } catch (NotFound unknown) {
      faults.add("to", unknown.getMessage());
    } catch (Refused several) {
      several.faults().forEach(fault -> faults.add(fault.field(), fault.message()));
    }
    return present;
  }

  private static List<Change> changes(Activity wrong, LocalDate date, String to) {
    return List.of(
        new Change(Corrected.ACTIVITY_DATE, wrong.date().toString(), date.toString()),
        new Change(Corrected.ACTIVITY_PROGRAMME, wrong.programme(), to));
  }
}
