package app.chancery.programme;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.Author;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The register of programmes. */
@Service
public class Programmes {

  private static final String COLUMNS =
      "programme_key, candidate, name, status, step, tier, outcome, why, opened_at, opened_by,"
          + " ended_at";

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Author author;
  private final Allies allies;
  private final Dossiers dossiers;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final ApplicationEventPublisher events;

  Programmes(
      JdbcClient db,
      Clock clock,
      Days days,
      Author author,
      Allies allies,
      Dossiers dossiers,
      DecisionRecords decisions,
      Notices notices,
      ApplicationEventPublisher events) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.author = author;
    this.allies = allies;
    this.dossiers = dossiers;
    this.decisions = decisions;
    this.notices = notices;
    this.events = events;
  }

  /**
   * Registers the programme of a dossier.
   *
   * @return its key: the candidate's code and the year of the assessment, with a number behind it
   *     if that is taken
   * @throws Refused if the candidate is an Ally today
   * @throws Conflict if the candidate has an open programme
   */
  public String register(Dossier dossier) {
    admit(dossier);
    String key = freeKey(dossier);
    try {
      db.sql(
              """
              insert into programme (programme_key, candidate, open_candidate, name, status, step,
                opened_at, opened_by)
              values (:key, :candidate, :candidate, :name, 'ACTIVE', 'PREREQUISITES', :at, :by)
              """)
          .param("key", key)
          .param("candidate", dossier.candidate())
          .param("name", dossier.name())
          .param("at", OffsetDateTime.now(clock))
          .param("by", author.name())
          .update();
    } catch (DuplicateKeyException e) {
      // Two people submitted at the same moment and the unique column lets one of them through. The
      // other one is repeated, finds the programme and is told of it.
      throw new OptimisticLockingFailureException(key + " was opened at the same moment", e);
    }
    dossiers.open(key, dossier);
    decisions.record(key, "programme", "Programme opened", "Dossier accepted");
    notices.tellAllAllies(
        key,
        "programme",
        "Programme opened: " + dossier.name(),
        "A programme was opened for %s. Its prerequisites are being established."
            .formatted(dossier.name()));
    return key;
  }

  private void admit(Dossier dossier) {
    if (allies.isAlly(dossier.candidate(), days.today())) {
      throw new Refused(
          "candidate", dossier.name() + " (" + dossier.candidate() + ") is an Ally already");
    }
    openFor(dossier.candidate())
        .ifPresent(
            open -> {
              throw new Conflict(
                  "candidate",
                  "%s (%s) has an open programme already: %s"
                      .formatted(dossier.name(), dossier.candidate(), open.key()));
            });
  }

  /**
   * @throws NotFound if there is none of that key
   */
  public Programme get(String key) {
    return find(key).orElseThrow(() -> new NotFound("There is no programme " + key));
  }

  /**
   * The programme, for this transaction alone: reports that arrive at the same moment and move the
   * same process are taken one after the other.
   *
   * @throws NotFound if there is none of that key
   */
  public Programme lock(String key) {
    return db.sql("select " + COLUMNS + " from programme where programme_key = :key for update")
        .param("key", key)
        .query(MAPPER)
        .optional()
        .orElseThrow(() -> new NotFound("There is no programme " + key));
  }

  public Optional<Programme> find(String key) {
    return db.sql("select " + COLUMNS + " from programme where programme_key = :key")
        .param("key", key)
        .query(MAPPER)
        .optional();
  }

  /**
   * The programme that somebody means who gives its key, or the code or name of its candidate, in
   * any case.
   *
   * @param field where it was given, for a refusal
   * @throws NotFound if there is none
   * @throws Refused if it may be one of several, naming them
   */
  public Programme meant(String text, String field) {
    String given = text.strip();
    List<Programme> found =
        db.sql(
                "select "
                    + COLUMNS
                    + " from programme where upper(programme_key) = upper(:text)"
                    + " or candidate = upper(:text) or upper(name) = upper(:text)"
                    + " order by programme_key")
            .param("text", given)
            .query(MAPPER)
            .list();
    if (found.isEmpty()) {
      throw new NotFound(Words.of("programme.none").formatted(PlainText.shown(given)));
    }
    if (found.size() > 1) {
      throw new Refused(
          field,
          Words.of("programme.several")
              .formatted(
                  PlainText.shown(given),
                  found.stream().map(Programme::key).collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  /** The programme of a candidate that has not ended; there is at most one. */
  public Optional<Programme> openFor(String candidate) {
    return db.sql("select " + COLUMNS + " from programme where open_candidate = :candidate")
        .param("candidate", candidate)
        .query(MAPPER)
        .optional();
  }

  /** The programmes of these keys, newest first; keys that are unknown are left out. */
  public List<Programme> all(Collection<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : db.sql(
                "select "
                    + COLUMNS
                    + " from programme where programme_key in (:keys)"
                    + " order by opened_at desc, programme_key")
            .param("keys", keys)
            .query(MAPPER)
            .list();
  }

  /** Whether there has never been a programme. */
  public boolean isEmpty() {
    return db.sql("select count(*) from programme").query(Long.class).single() == 0;
  }

  /** All programmes that have not ended, in the order of their keys. */
  public List<Programme> open() {
    return db.sql(
            "select " + COLUMNS + " from programme where status <> 'ENDED' order by programme_key")
        .query(MAPPER)
        .list();
  }

  /** The programme enters a step. Oversight runs beside the others and leaves the step as it is. */
  public void enterStep(String key, Step step) {
    db.sql("insert into step_entry (programme, step, entered_at) values (:key, :step, :at)")
        .param("key", key)
        .param("step", step.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    if (step != Step.OVERSIGHT) {
      db.sql("update programme set step = :step where programme_key = :key")
          .param("step", step.name())
          .param("key", key)
          .update();
    }
  }

  /** The programme leaves a step. */
  public void leaveStep(String key, Step step) {
    db.sql(
            """
            update step_entry set left_at = :at
            where programme = :key and step = :step and left_at is null
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("key", key)
        .param("step", step.name())
        .update();
  }

  /** Step 2 has settled the tier. */
  public void settleTier(String key, Tier tier) {
    db.sql("update programme set tier = :tier where programme_key = :key")
        .param("tier", tier.name())
        .param("key", key)
        .update();
  }

  /** Nothing of the programme goes on, but its reviews, until it is resumed. */
  public void suspend(String key, String why) {
    changeStatus(key, Programme.Status.ACTIVE, Programme.Status.SUSPENDED, why);
  }

  public void resume(String key) {
    changeStatus(key, Programme.Status.SUSPENDED, Programme.Status.ACTIVE, null);
  }

  /** Every stay in a step, in the order of the entries. */
  public List<StepEntry> steps(String key) {
    return db.sql(
            """
            select step, entered_at, left_at from step_entry where programme = :key order by id
            """)
        .param("key", key)
        .query(
            (row, number) ->
                new StepEntry(
                    Step.valueOf(row.getString("step")),
                    row.getObject("entered_at", OffsetDateTime.class),
                    row.getObject("left_at", OffsetDateTime.class)))
        .list();
  }

  /**
   * The programme has ended; its candidate may have a new one. Who wants to know of the end listens
   * to {@link ProgrammeEnded}.
   */
  public void close(String key, Outcome outcome, String why) {
    db.sql(
            """
            update programme
            set status = 'ENDED', open_candidate = null, outcome = :outcome, why = :why,
              ended_at = :at
            where programme_key = :key
            """)
        .param("outcome", outcome.name())
        .param("why", why)
        .param("at", OffsetDateTime.now(clock))
        .param("key", key)
        .update();
    decisions.record(key, "programme", "Programme ended: " + outcome.sentence(), why);
    notices.tellAllAllies(
        key,
        "programme",
        "Programme ended: " + get(key).name(),
        "The programme has ended (%s). %s".formatted(outcome.sentence(), why));
    events.publishEvent(new ProgrammeEnded(key, outcome, why));
  }

  private void changeStatus(String key, Programme.Status from, Programme.Status to, String why) {
    int changed =
        db.sql(
                """
                update programme set status = :to, why = :why
                where programme_key = :key and status = :from
                """)
            .param("to", to.name())
            .param("why", why)
            .param("key", key)
            .param("from", from.name())
            .update();
    if (changed == 0) {
      throw new Conflict(
          "programme", key + " is not " + from.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private String freeKey(Dossier dossier) {
    String key = dossier.candidate() + "-" + dossier.assessedOn().getYear();
    String free = key;
    for (int number = 2; find(free).isPresent(); number++) {
      free = key + "-" + number;
    }
    return free;
  }

  private static final RowMapper<Programme> MAPPER =
      (row, number) ->
          new Programme(
              row.getString("programme_key"),
              row.getString("candidate"),
              row.getString("name"),
              Programme.Status.valueOf(row.getString("status")),
              Step.valueOf(row.getString("step")),
              Optional.ofNullable(row.getString("tier")).map(Tier::valueOf).orElse(null),
              Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf).orElse(null),
              row.getString("why"),
              row.getObject("opened_at", OffsetDateTime.class),
              row.getString("opened_by"),
              row.getObject("ended_at", OffsetDateTime.class));
}
