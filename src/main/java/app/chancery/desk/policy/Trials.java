package app.chancery.desk.policy;

import app.chancery.desk.policy.Trial.Status;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersion;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.files.TakenFile;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.readiness.PolicyFile;
import app.chancery.readiness.PolicyTable;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;

/** Edited tables are tried in the background; who asked waits a moment for what is soon done. */
@Service
class Trials {

  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

  /** The most characters of a note, and of a reason. */
  static final int LONGEST_NOTE = 2000;

  static final String NOTE = "note";

  private final TrialRegister register;
  private final TrialRun run;
  private final PolicyFile files;
  private final TableReleases releases;
  private final JdbcClient db;
  private final Author author;
  private final Clock clock;
  private final Days days;
  private final PolicySettings settings;

  /** One at a time: a trial keeps a processor busy, and other people work. */
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "policy-trial");
            thread.setDaemon(true);
            return thread;
          });

  private final ThreadPoolTaskScheduler signs = new ThreadPoolTaskScheduler();

  /** Those that this node is at, or that wait here. */
  private final Set<Long> begun = ConcurrentHashMap.newKeySet();

  Trials(
      TrialRegister register,
      TrialRun run,
      PolicyFile files,
      TableReleases releases,
      JdbcClient db,
      Author author,
      Clock clock,
      Days days,
      PolicySettings settings) {
    this.register = register;
    this.run = run;
    this.files = files;
    this.releases = releases;
    this.db = db;
    this.author = author;
    this.clock = clock;
    this.days = days;
    this.settings = settings;
    signs.setThreadNamePrefix("policy-trial-signs-");
    signs.setDaemon(true);
    signs.initialize();
    signs.scheduleWithFixedDelay(this::tellOrLog, settings.brokenOffAfter().dividedBy(4));
  }

  /**
   * @return the number of the trial
   * @throws app.chancery.platform.refusal.Refused naming everything that is wrong with the file
   */
  long begin(TakenFile file, String note) {
    Faults faults = new Faults();
    if (PlainText.check(note, NOTE, faults)) {
      faults.check(
          note.strip().length() <= LONGEST_NOTE,
          NOTE,
          Words.of("dossierReader.isLongerThanCharacters").formatted(LONGEST_NOTE));
    }
    faults.check(
        register.underWay(author.name(), OffsetDateTime.now(clock).minus(settings.brokenOffAfter()))
            < settings.underWay(),
        "",
        Words.of("policyTrial.enough").formatted(settings.underWay()));
    PolicyTable table = files.check(file.content(), settings.rules(), settings.cell(), faults);
    faults.refuseIfAny();
    TableVersions inUse = releases.inUse(PolicyTable.ids());
    TableVersion used =
        releases.version(table.code(), inUse.versions().get(table.code())).orElseThrow();
    faults.check(
        !used.sha256().equals(file.sha256()),
        PolicyFile.FIELD,
        Words.of("policyFile.same").formatted(used.number()));
    faults.refuseIfAny();
    long id =
        register.add(
            table,
            file.name(),
            file.content(),
            file.sha256(),
            inUse,
            note.strip(),
            author.name(),
            days.today(),
            dossiers());
    go(id);
    return id;
  }

  private int dossiers() {
    return db.sql("select count(*) from programme").query(Integer.class).single();
  }

  /**
   * One that was broken off is tried anew, beside the tables that are in use now.
   *
   * @throws Conflict if it goes on, or has ended
   */
  void again(long id) {
    Trial trial = register.get(id);
    if (!isBrokenOff(trial)
        || !register.restart(
            id, trial.wentOnAt(), releases.inUse(PolicyTable.ids()), days.today(), dossiers())) {
      throw new Conflict("", Words.of("policyTrial.goesOn"));
    }
    go(id);
  }

  private void go(long id) {
    begun.add(id);
    Future<?> trying =
        background.submit(
            () -> {
              try {
                run.run(id);
              } finally {
                begun.remove(id);
              }
            });
    try {
      trying.get(settings.waitFor().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      LOG.debug("The trial {} goes on in the background", id);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The trial " + id + " could not be begun", e);
    }
  }

  /**
   * One that waits for others, or tries a table through before it looks at the first dossier, would
   * look as if it were broken off.
   */
  void tellThatTheyGoOn() {
    Set<Long> here = Set.copyOf(begun);
    if (!here.isEmpty()) {
      register.goOn(here);
    }
  }

  private void tellOrLog() {
    try {
      tellThatTheyGoOn();
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
      LOG.warn("That trials of policy tables go on waits to be noted: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("It could not be noted that trials of policy tables go on", e);
    }
  }

  /** Whether it does not go on by itself: its node was stopped, or could not do it. */
  boolean isBrokenOff(Trial trial) {
    return trial.status() == Status.FAILED
        || trial.status() == Status.RUNNING
            && trial.wentOnAt().plus(settings.brokenOffAfter()).isBefore(OffsetDateTime.now(clock));
  }

  @PreDestroy
  void stop() {
    signs.shutdown();
    background.shutdownNow();
  }
}
