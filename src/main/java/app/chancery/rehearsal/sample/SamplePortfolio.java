package app.chancery.rehearsal.sample;

import app.chancery.oversight.ConditionShift;
import app.chancery.oversight.ConditionShifts;
import app.chancery.platform.database.WrittenLater;
import app.chancery.platform.mail.Outbox;
import app.chancery.platform.time.Days;
import app.chancery.programme.DossierUpdates;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.Inbox;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Programmes of invented countries to look at, made when the office is started on an empty
 * database: opened at some day in the past and brought to today by the scripted staff, so that each
 * stands in another step, some have quarters of reviews behind them, and some have ended. It runs
 * before the web server opens its door and before the engine works by itself; so if it was cut off,
 * nobody has worked since, and the next start goes on with it at the moment to which the staff had
 * come.
 */
@Component
@ConditionalOnProperty("chancery.sample-portfolio")
class SamplePortfolio implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);

  /**
   * What the staff do not do by themselves: so many days ago, of which candidate, the oldest first.
   */
  private static final List<Event> EVENTS =
      List.of(
          new Event(560, "XF", Kind.OPENED),
          new Event(480, "XL", Kind.OPENED),
          new Event(420, "XJ", Kind.OPENED),
          new Event(345, "XG", Kind.OPENED),
          new Event(332, "XJ", Kind.FIGURES),
          new Event(330, "XI", Kind.OPENED),
          new Event(200, "XH", Kind.OPENED),
          new Event(75, "XK", Kind.OPENED),
          new Event(64, "XE", Kind.OPENED),
          new Event(50, "XD", Kind.OPENED),
          new Event(38, "XC", Kind.OPENED),
          new Event(30, "XI", Kind.SHIFT),
          new Event(22, "XB", Kind.OPENED),
          new Event(4, "XA", Kind.OPENED));

  /** What was told since then is unread. */
  private static final Duration UNREAD = Duration.ofDays(14);

  private enum Kind {
    OPENED,
    /** Fewer people are for it than before. */
    FIGURES,
    SHIFT
  }

  private record Event(int daysAgo, String candidate, Kind kind) {}

  private final Programmes programmes;
  private final Opening opening;
  private final DossierReader reader;
  private final Rehearsal rehearsal;
  private final Office office;
  private final Days days;
  private final ObjectMapper json;
  private final JdbcClient db;
  private final Outbox mails;
  private final Inbox inbox;
  private final SampleStaff staff;
  private final DossierUpdates figures;
  private final ConditionShifts shifts;
  private final WrittenLater database;
  private boolean running;

  SamplePortfolio(
      Programmes programmes,
      Opening opening,
      DossierReader reader,
      Rehearsal rehearsal,
      Office office,
      Days days,
      ObjectMapper json,
      JdbcClient db,
      Outbox mails,
      Inbox inbox,
      SampleStaff staff,
      DossierUpdates figures,
      ConditionShifts shifts,
      WrittenLater database) {
    this.programmes = programmes;
    this.opening = opening;
    this.reader = reader;
    this.rehearsal = rehearsal;
    this.office = office;
    this.days = days;
    this.json = json;
    this.db = db;
    this.mails = mails;
    this.inbox = inbox;
    this.staff = staff;
    this.figures = figures;
    this.shifts = shifts;
    this.database = database;
  }

  @Override
  public void start() {
    running = true;
    if (isFinished()) {
      return;
    }
    LOG.info(
        "First start: making a sample portfolio of {} programmes",
        EVENTS.stream().filter(event -> event.kind() == Kind.OPENED).count());
    database.during(this::make);
    db.sql("update sample_portfolio set finished_at = :now").param("now", now()).update();
  }

  private void make() {
    Instant now = office.now();
    Consumer<Instant> workUntil = rehearsal.with(staff.otherwise(days.of(now))).begin();
    try {
      office.lastHappened().ifPresent(office::setClock);
      for (Event event : EVENTS) {
        happen(event, now.minus(Duration.ofDays(event.daysAgo())), workUntil);
      }
      workUntil.accept(now);
      // It was played: nobody is to find mails of it, or to read what is long past.
      mails.clear();
      inbox.wasPlayed(now.minus(UNREAD).atOffset(ZoneOffset.UTC));
    } finally {
      office.resetClock();
    }
  }

  /** Whether it was made, or somebody opened the first programme instead. */
  private boolean isFinished() {
    Optional<Boolean> finished =
        db.sql("select finished_at is not null as finished from sample_portfolio")
            .query((row, number) -> row.getBoolean("finished"))
            .optional();
    if (finished.isEmpty() && programmes.isEmpty()) {
      db.sql("insert into sample_portfolio (begun_at) values (:now)").param("now", now()).update();
      return false;
    }
    return finished.orElse(true);
  }

  private OffsetDateTime now() {
    return office.now().atOffset(ZoneOffset.UTC);
  }

  private void happen(Event event, Instant on, Consumer<Instant> workUntil) {
    if (programmes.isEmpty()) {
      office.setClock(on);
    } else if (!hasHappened(event)) {
      workUntil.accept(on);
    } else {
      return;
    }
    switch (event.kind()) {
      case OPENED -> office.inTheNameOf("analyst", () -> opening.open(dossier(event.candidate())));
      case FIGURES ->
          office.inTheNameOf(
              "analyst",
              () -> {
                figures.record(
                    keyOf(event),
                    List.of(
                        new Indicator(
                            IndicatorName.PUBLIC_SUPPORT_PCT,
                            "45",
                            days.today().minusDays(10),
                            "sample figure of an invented country")));
                return null;
              });
      case SHIFT ->
          office.inTheNameOf(
              "officer",
              () ->
                  shifts.report(
                      keyOf(event),
                      ConditionShift.Kind.SECURITY,
                      ConditionShift.Severity.MODERATE,
                      "A neighbour holds an exercise at the border without having announced it.",
                      "joint assessment cell"));
    }
  }

  /** A start that was cut off may have come so far. */
  private boolean hasHappened(Event event) {
    return switch (event.kind()) {
      case OPENED -> !keys(event).isEmpty();
      case FIGURES -> figures.of(keyOf(event)).size() > IndicatorName.values().length;
      case SHIFT -> !shifts.of(keyOf(event)).isEmpty();
    };
  }

  private String keyOf(Event event) {
    return keys(event).get(0);
  }

  private List<String> keys(Event event) {
    return db.sql("select programme_key from programme where candidate = :candidate")
        .param("candidate", event.candidate())
        .query(String.class)
        .list();
  }

  /** The dossier as it stood on the office's day; its figures were three months old then. */
  private Dossier dossier(String candidate) {
    try (InputStream file =
        new ClassPathResource("dossiers/sample/" + candidate.toLowerCase(Locale.ROOT) + ".json")
            .getInputStream()) {
      JsonNode dossier = json.readTree(file);
      String asOf = days.today().minusMonths(3).toString();
      dossier.path("indicators").forEach(indicator -> ((ObjectNode) indicator).put("asOf", asOf));
      return reader.read(dossier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * Before all others: the web server, the job executor, and what puts the audit into its chain,
   * which would go by the virtual clock.
   */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
