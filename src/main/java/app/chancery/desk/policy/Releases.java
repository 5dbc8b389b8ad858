package app.chancery.desk.policy;

import app.chancery.desk.policy.Trial.Status;
import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.files.Sha256;
import app.chancery.platform.people.Approval;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.readiness.PolicyTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables are put to use: exactly what was tried, and only beside what it was tried with. */
@Service
class Releases {

  static final String REASON = "reason";

  static final Set<String> RELEASERS = Set.of(Groups.EXECUTIVES);

  private final TrialRegister trials;
  private final TableReleases tables;
  private final Programmes programmes;
  private final Approval approval;
  private final Audit audit;
  private final Author author;
  private final Signatures signatures;
  private final Clock clock;
  private final Days days;
  private final JdbcClient db;

  Releases(
      TrialRegister trials,
      TableReleases tables,
      Programmes programmes,
      Approval approval,
      Audit audit,
      Author author,
      Signatures signatures,
      Clock clock,
      Days days,
      JdbcClient db) {
    this.trials = trials;
    this.tables = tables;
    this.programmes = programmes;
    this.approval = approval;
    this.audit = audit;
    this.author = author;
    this.signatures = signatures;
    this.clock = clock;
    this.days = days;
    this.db = db;
  }

  /**
   * @param version of the table that was put to use
   * @param decision what is on record of it
   */
  record Release(
      PolicyTable table,
      int version,
      int replaced,
      long trial,
      String decision,
      String reason,
      String by,
      OffsetDateTime at) {}

  /** All of them, the newest first. */
  List<Release> all() {
    return db.sql("select * from policy_release order by id desc").query(Releases::map).list();
  }

  /** What became of a trial; empty if it was not released. */
  Optional<Release> of(long trial) {
    return db.sql("select * from policy_release where trial = :trial")
        .param("trial", trial)
        .query(Releases::map)
        .optional();
  }

  /** Whether the reader is one of those who release, and may release this one. */
  boolean isOpenToReader(Trial trial) {
    return approval.isOpenTo(RELEASERS, trial.triedBy());
  }

  /**
   * @throws app.chancery.platform.refusal.Refused if it must not be released, or the reason is none
   * @throws Conflict if it was released already, or what it was compared with is not in use any
   *     more
   */
  @Transactional
  public Release release(long id, String reason) {
    Trial trial = trials.get(id);
    Faults faults = new Faults();
    if (faults.check(!reason.isBlank(), REASON, Words.of("form.required"))
        && PlainText.check(reason, REASON, faults)) {
      faults.check(
          reason.strip().length() <= Trials.LONGEST_NOTE,
          REASON,
          Words.of("dossierReader.isLongerThanCharacters").formatted(Trials.LONGEST_NOTE));
    }
    faults.check(trial.status() == Status.DONE, "", Words.of("policyRelease.notTried"));
    faults.refuseIfAny();
    // One after the other: the next one finds what this one has put to use.
    db.sql("select release from models_release where id = 1 for update")
        .query(String.class)
        .optional();
    of(id)
        .ifPresent(
            done -> {
              throw new Conflict(
                  "",
                  Words.of("policyRelease.already")
                      .formatted(signatures.of(done.by()), days.moment(done.at())));
            });
    TableVersions inUse = tables.inUse(PolicyTable.ids());
    List<String> others = trial.comparedWith().others(inUse);
    if (!others.isEmpty()) {
      throw new Conflict(
          "",
          Words.of("policyRelease.others")
              .formatted(
                  others.stream()
                      .map(each -> Coded.of(PolicyTable.class, each).word())
                      .collect(Collectors.joining(", "))));
    }
    byte[] content = trials.content(id);
    if (!Sha256.of(content).equals(trial.sha256())) {
      throw new IllegalStateException("The file of the trial " + id + " is not the one tried");
    }
    String decision =
        approval.recorded(
            Words.of("policyRelease.decision").formatted(trial.table().word(), id),
            trial.triedBy(),
            REASON);
    programmes.keepPolicy(inUse.of(PolicyTable.keptIds()));
    String table = trial.table().code();
    int version = tables.release(table, content);
    record(trial, version, inUse.versions().get(table), decision, reason.strip());
    audit.record(
        Act.POLICY_RELEASED,
        null,
        table,
        "%s version=%s sha256=%s".formatted(decision, version, trial.sha256()),
        reason.strip());
    return of(id).orElseThrow();
  }

  private void record(Trial trial, int version, int replaced, String decision, String reason) {
    try {
      db.sql(
              """
              insert into policy_release (policy_table, version, replaced, trial, sha256, decision,
                reason, released_by, released_at)
              values (:table, :version, :replaced, :trial, :sha256, :decision, :reason, :by, :at)
              """)
          .param("table", trial.table().code())
          .param("version", version)
          .param("replaced", replaced)
          .param("trial", trial.id())
          .param("sha256", trial.sha256())
          .param("decision", decision)
          .param("reason", reason)
          .param("by", author.name())
          .param("at", OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException atOnce) {
      throw new Conflict(Words.of("policyRelease.atOnce"), atOnce);
    }
  }

  private static Release map(ResultSet row, int number) throws SQLException {
    return new Release(
        Coded.of(PolicyTable.class, row.getString("policy_table")),
        row.getInt("version"),
        row.getInt("replaced"),
        row.getLong("trial"),
        row.getString("decision"),
        row.getString("reason"),
        row.getString("released_by"),
        row.getObject("released_at", OffsetDateTime.class));
  }
}
