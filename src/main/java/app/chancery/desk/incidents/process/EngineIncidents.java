package app.chancery.desk.incidents.process;

import app.chancery.desk.incidents.Incident;
import app.chancery.desk.incidents.Incidents;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.platform.decisions.SeveralRulesMatched;
import app.chancery.platform.engine.FailedActivity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of an incident the engine raises one in each process above too; here it is the first alone. */
@Component
class EngineIncidents implements Incidents {

  /** Whoever has it tried again sees at once whether it works now. */
  private static final int ONCE = 1;

  /** What is wrong with a policy table, as it begins in the log. */
  private static final List<String> OF_TABLES =
      Stream.of(NoRuleMatched.class, SeveralRulesMatched.class)
          .map(failure -> failure.getName() + ": ")
          .toList();

  private static final String FIRST = " i.id_ = i.root_cause_incident_id_";

  private static final String SELECT =
      """
      select i.id_, i.incident_timestamp_, i.configuration_, i.activity_id_, i.proc_inst_id_,
        i.proc_def_id_, e.business_key_, d.name_, d.resource_name_
      from act_ru_incident i
      left join act_ru_execution e on e.id_ = i.proc_inst_id_
      left join act_re_procdef d on d.id_ = i.proc_def_id_
      where\
      """;

  private final JdbcClient db;
  private final ManagementService management;
  private final RepositoryService repository;

  EngineIncidents(JdbcClient db, ManagementService management, RepositoryService repository) {
    this.db = db;
    this.management = management;
    this.repository = repository;
  }

  @Override
  public long count() {
    return db.sql("select count(*) from act_ru_incident i where" + FIRST)
        .query(Long.class)
        .single();
  }

  @Override
  public List<Incident> open(int size, long offset) {
    return db
        .sql(SELECT + FIRST + " order by i.incident_timestamp_, i.id_ limit :size offset :offset")
        .param("size", size)
        .param("offset", offset)
        .query(EngineIncidents::row)
        .list()
        .stream()
        .map(this::incident)
        .toList();
  }

  /** Two who do so at once come one after the other: the second finds it no more. */
  @Override
  public Optional<Incident> tryAgain(String id) {
    db.sql("select id_ from act_ru_incident where id_ = :id for update")
        .param("id", id)
        .query(String.class)
        .optional();
    Optional<Row> found =
        db.sql(SELECT + FIRST + " and i.id_ = :id")
            .param("id", id)
            .query(EngineIncidents::row)
            .optional();
    Optional<Incident> incident = found.map(this::incident);
    found.ifPresent(row -> management.setJobRetries(row.job(), ONCE));
    return incident;
  }

  private Incident incident(Row row) {
    return new Incident(
        row.id(),
        row.programme(),
        row.process(),
        row.instance(),
        FailedActivity.stepOf(row.model()),
        row.definition().isEmpty()
            ? row.activity()
            : FailedActivity.named(
                repository.getBpmnModelInstance(row.definition()), row.activity()),
        row.job(),
        row.since(),
        said(row.job()));
  }

  /** What else failed may speak of the inside, or of what is confidential: it is in the log. */
  private Optional<String> said(String job) {
    return management.createJobQuery().jobId(job).list().stream()
        .map(failed -> management.getJobExceptionStacktrace(failed.getId()))
        .filter(Objects::nonNull)
        .flatMap(String::lines)
        .map(line -> line.replaceFirst("^Caused by: ", ""))
        .flatMap(
            line ->
                OF_TABLES.stream()
                    .filter(line::startsWith)
                    .map(called -> line.substring(called.length())))
        .findFirst();
  }

  private record Row(
      String id,
      String programme,
      String process,
      String instance,
      String definition,
      String model,
      String activity,
      String job,
      OffsetDateTime since) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("id_"),
        orEmpty(row.getString("business_key_")),
        orEmpty(row.getString("name_")),
        orEmpty(row.getString("proc_inst_id_")),
        orEmpty(row.getString("proc_def_id_")),
        orEmpty(row.getString("resource_name_")),
        orEmpty(row.getString("activity_id_")),
        row.getString("configuration_"),
        since(row.getTimestamp("incident_timestamp_")));
  }

  private static OffsetDateTime since(Timestamp at) {
    return at.toInstant().atOffset(ZoneOffset.UTC);
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
