package app.chancery.bench;

import app.chancery.InstalledOffice;
import app.chancery.WatchedConnections;
import app.chancery.consensus.Circulations;
import app.chancery.oversight.ProgrammesInOversight;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The installed office with its own models and records: a round until the endorsement is issued, a
 * review until the committee's task is open and its pack is there.
 */
final class Office extends Engine {

  private final EmbeddedPostgres database;
  private final InstalledOffice office;
  private final CountedStatements statements = new CountedStatements();
  private final AuditSwitch audit = new AuditSwitch();
  private final JdbcClient db;
  private final Circulations circulations;
  private final ProgrammesInOversight oversight;
  private final List<String> delegations;

  private Office(EmbeddedPostgres database, String url, boolean fast) {
    this.database = database;
    office =
        InstalledOffice.on(
            url,
            application ->
                application.addInitializers(
                    context -> {
                      context.getBeanFactory().addBeanPostProcessor(statements);
                      context.getBeanFactory().addBeanPostProcessor(audit);
                    }),
            "--logging.level.root=warn",
            // A collision of two jobs is ordinary, and is repeated.
            "--logging.level.org.camunda.bpm.engine.jobexecutor=error",
            "--chancery.sample-portfolio=false",
            WatchedConnections.NOT,
            "--chancery.engine.fast=" + fast);
    db = office.bean(JdbcClient.class);
    circulations = new Circulations(office);
    oversight = new ProgrammesInOversight(office);
    delegations = office.bean(Allies.class).today().stream().map(Ally::delegation).toList();
    // Documents are printed when nothing else is due; what they take is not looked for here.
    office
        .bean(ManagementService.class)
        .suspendJobDefinitionByProcessDefinitionKey("print-deliverable", true);
  }

  static Office onPostgres(boolean fast) {
    EmbeddedPostgres database = InstalledOffice.postgres();
    return new Office(database, InstalledOffice.urlOf(database), fast);
  }

  /** On a database that outlives it. */
  static Office on(String url) {
    return new Office(null, url, true);
  }

  static Office inMemory(boolean fast) {
    return on(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000", fast);
  }

  private static Office on(String url, boolean fast) {
    return new Office(null, url, fast);
  }

  /** Who answers here says of which group they are; what is told comes to nobody. */
  Office withoutMembers() {
    db.sql("delete from act_id_membership where group_id_ like 'delegation-%'").update();
    return this;
  }

  <T> T bean(Class<T> type) {
    return office.bean(type);
  }

  AuditSwitch audit() {
    return audit;
  }

  @Override
  JdbcClient db() {
    return db;
  }

  @Override
  public Meter meter() {
    return new Meter(database == null ? null : db);
  }

  @Override
  public CountedStatements statements() {
    return statements;
  }

  @Override
  void begin(Instant moment) {
    ClockUtil.offset(Duration.between(new Date().toInstant(), moment).toMillis());
  }

  @Override
  void jumpTo(Instant moment) {
    begin(moment);
    ((ProcessEngineConfigurationImpl) bean(ProcessEngine.class).getProcessEngineConfiguration())
        .getJobExecutor()
        .jobWasAdded();
  }

  @Override
  void settle(Instant moment) {
    jumpTo(moment);
    awaitNone(
        () ->
            bean(ManagementService.class)
                .createJobQuery()
                .active()
                .duedateLowerThan(ClockUtil.getCurrentTime())
                .withRetriesLeft()
                .count());
  }

  @Override
  List<String> delegations() {
    return delegations;
  }

  @Override
  void prepare(String programme) {
    circulations.prepare(programme);
  }

  @Override
  void circulate(String programme, Map<String, String> tasks, Instant deadline) {
    circulations.submit(
        tasks.get("council-secretariat"),
        Circulations.silenceEnds(OffsetDateTime.ofInstant(deadline, ZoneOffset.UTC)));
  }

  @Override
  void answer(String delegation, String task) {
    as(
        delegation.replace("delegation", "delegate"),
        delegation,
        () -> circulations.submit(task, Map.of("position", "no objection")));
  }

  private void as(String person, String group, Runnable work) {
    IdentityService identities = bean(IdentityService.class);
    identities.setAuthentication(person, List.of(group));
    try {
      work.run();
    } finally {
      identities.clearAuthentication();
    }
  }

  @Override
  long openRounds() {
    return running("secure-alliance-consensus");
  }

  @Override
  long adopted(List<String> programmes) {
    return db.sql(
            """
            select count(*) from deliverable
            where kind = 'COUNCIL_ENDORSEMENT' and programme in (:programmes)
            """)
        .param("programmes", programmes)
        .query(Long.class)
        .single();
  }

  /** An office has some dozens of programmes open, not thousands. */
  @Override
  void conclude(List<String> programmes) {
    db.sql("update programme set status = 'ENDED' where programme_key in (:programmes)")
        .param("programmes", programmes)
        .update();
  }

  @Override
  void watch(String programme) {
    oversight.add(programme);
    oversight.watch(programme);
  }

  @Override
  long openReviews() {
    return db.sql("select count(*) from review where status = 'OPEN' and pack is not null")
        .query(Long.class)
        .single();
  }

  /** The committee goes on with every programme whose review is open. */
  void decideAll() {
    List<String> open =
        bean(TaskService.class)
            .createTaskQuery()
            .taskDefinitionKey("userTask_decideReview")
            .list()
            .stream()
            .map(Task::getId)
            .toList();
    each(
        open,
        task ->
            as(
                "committee",
                "oversight-committee",
                () ->
                    bean(FormService.class)
                        .submitTaskForm(
                            task, Map.of("decision", "continue", "reasons", "The package works"))));
  }

  @Override
  public void close() {
    ClockUtil.reset();
    office.close();
    if (database != null) {
      try {
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
