package app.chancery.rehearsal.sample;

import app.chancery.platform.mail.Outbox;
import app.chancery.platform.time.Days;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
 * database: opened at some day in the past and brought to today by the scripted staff, so each
 * stands in another step. It runs before the web server opens its door and before the engine works
 * by itself; so if it was cut off, nobody has worked since, and the next start goes on with it at
 * the moment to which the staff had come.
 */
@Component
@ConditionalOnProperty("chancery.sample-portfolio")
class SamplePortfolio implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);

  /** How many days ago the programme of each sample dossier was opened. */
  private static final Map<String, Integer> OPENED = new LinkedHashMap<>();

  static {
    OPENED.put("xe", 110);
    OPENED.put("xd", 40);
    OPENED.put("xc", 33);
    OPENED.put("xb", 20);
    OPENED.put("xa", 4);
  }

  private final Programmes programmes;
  private final Opening opening;
  private final DossierReader reader;
  private final Rehearsal rehearsal;
  private final Office office;
  private final Days days;
  private final ObjectMapper json;
  private final JdbcClient db;
  private final Outbox mails;
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
      Outbox mails) {
    this.programmes = programmes;
    this.opening = opening;
    this.reader = reader;
    this.rehearsal = rehearsal;
    this.office = office;
    this.days = days;
    this.json = json;
    this.db = db;
    this.mails = mails;
  }

  @Override
  public void start() {
    running = true;
    if (isFinished()) {
      return;
    }
    LOG.info("First start: making a sample portfolio of {} programmes", OPENED.size());
    Instant now = office.now();
    Consumer<Instant> workUntil = rehearsal.begin();
    try {
      office.lastHappened().ifPresent(office::setClock);
      OPENED.forEach(
          (candidate, ago) -> openOn(now.minus(Duration.ofDays(ago)), candidate, workUntil));
      workUntil.accept(now);
      // It was played: nobody is to find mails of it.
      mails.clear();
    } finally {
      office.resetClock();
    }
    db.sql("update sample_portfolio set finished_at = :now").param("now", now()).update();
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

  private void openOn(Instant day, String candidate, Consumer<Instant> workUntil) {
    if (programmes.isEmpty()) {
      office.setClock(day);
    } else if (programmes.openFor(candidate.toUpperCase(Locale.ROOT)).isPresent()) {
      return;
    } else {
      workUntil.accept(day);
    }
    office.inTheNameOf("analyst", () -> opening.open(dossier(candidate)));
  }

  /** The dossier as it stood on the office's day; its figures were three months old then. */
  private Dossier dossier(String candidate) {
    try (InputStream file =
        new ClassPathResource("dossiers/sample/" + candidate + ".json").getInputStream()) {
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

  /** Before the web server (whose phase is close to the last) and the job executor. */
  @Override
  public int getPhase() {
    return 0;
  }
}
