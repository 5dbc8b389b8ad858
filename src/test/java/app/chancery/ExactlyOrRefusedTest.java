package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.secrecy.SealedTable;
import app.chancery.platform.secrecy.Secrecy;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript;
import app.chancery.rehearsal.StaffScript.Answer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rule 13 at every form: staff who are careless at each field for a day, a time or a number, once,
 * and then write it in another spelling than programs do, bring a programme to its end. They do so
 * half an hour after midnight, when it is tomorrow already where the alliance is and not in UTC.
 */
@OfficeTest
class ExactlyOrRefusedTest {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String KEY = "XR-2026";

  /** In Brussels, where the day has changed; in UTC it is the day before. */
  private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 30);

  /** What is planned; all other days are of something that happened. */
  private static final Set<String> OF_THE_FUTURE =
      Set.of(
          "silenceDate", "inForceUntil", "exerciseDate", "startsOn", "endsOn", "launchOn", "endOn");

  /** As the beginning of a field's id has it. */
  private enum Kind {
    DATE("01/02/2026", "2026-02-30", "2026-02-01T00:00", "1 Fev 2026", "46.000", "२०२६-०२-०१"),
    TIME("6pm", "24:00", "18.00", "18:00:00", "٠٩:٠٠"),
    NUMBER("1,008", "0.55d", "0x1.8p0", "1e400", "NaN", "12 345 678", "٤٢");

    private final List<String> refused;

    Kind(String... refused) {
      this.refused = List.of(refused);
    }
  }

  private record Field(String form, String key, Kind kind) {}

  private static final Pattern PREFIX = Pattern.compile("(date|time|number)_.+");

  private static final List<Field> FIELDS =
      ModelFiles.forms().stream()
          .flatMap(
              form ->
                  form.components().stream()
                      .flatMap(
                          component ->
                              PREFIX
                                  .matcher(component.path("id").asText())
                                  .results()
                                  .map(
                                      id ->
                                          new Field(
                                              form.id(),
                                              component.path("key").asText(),
                                              Kind.valueOf(upper(id.group(1)))))))
          .toList();

  /** The forms by the task, or the process, that they belong to. */
  private static final Map<String, String> FORMS =
      ModelFiles.processes().stream()
          .flatMap(
              file ->
                  file.flowNodes().stream()
                      .filter(node -> form(node) != null)
                      .map(
                          node ->
                              Map.entry(
                                  node.getId().startsWith("userTask")
                                      ? node.getId()
                                      : file.process().getId(),
                                  form(node))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  @Autowired Office office;
  @Autowired Days days;
  @Autowired Rehearsal rehearsal;
  @Autowired List<StaffScript> scripts;
  @Autowired Programmes programmes;
  @Autowired FormService forms;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient db;
  @Autowired Secrecy secrecy;
  @Autowired List<SealedTable> sealed;

  private final Set<Field> refused = new HashSet<>();
  private final Set<Field> taken = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private final AtomicInteger spelling = new AtomicInteger();
  private Map<String, String> tables;

  @BeforeEach
  void theOfficesTables() {
    office.setClock(Instant.parse("2026-11-01T23:30:00Z"));
    tables = new TreeMap<>();
    db.sql(
            """
            select lower(table_name) as t, lower(column_name) as c from information_schema.columns
            where table_schema = 'PUBLIC' and lower(table_name) not like 'act\\_%' escape '\\'
              and data_type in ('DATE', 'INTEGER', 'DOUBLE PRECISION', 'NUMERIC',
                'CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'TIMESTAMP WITH TIME ZONE')
              and table_name in (
                select table_name from information_schema.tables where table_type = 'BASE TABLE')
            """)
        .query((row, number) -> Map.entry(row.getString("t"), row.getString("c")))
        .list()
        .forEach(
            column ->
                tables.merge(column.getKey(), column.getValue(), (all, one) -> all + ", " + one));
  }

  @Test
  void rule13_whatIsTypedIntoAFormIsTakenExactlyOrRefusedAtItsField() {
    Map<String, Object> dossier = SampleDossiers.fields(SampleDossiers.ruritania());
    dossier.replaceAll((field, value) -> field.matches("assessedOn|.*AsOf") ? days.today() : value);
    start("enlargement-programme", dossier);
    office.runDueJobs();

    rehearsal
        .with(carelessly())
        .run(() -> !programmes.get(KEY).isOpen(), happening -> startOthers(happening.task()));

    assertThat(programmes.get(KEY).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(FIELDS)
        .hasSizeGreaterThan(40)
        .filteredOn(field -> !refused.contains(field))
        .isEmpty();
    assertThat(FIELDS).filteredOn(field -> !taken.contains(field)).isEmpty();
  }

  /** The forms that no task has, while the process is where they belong. */
  private void startOthers(String after) {
    if ("userTask_conductPhase".equals(after) && done.add("record-activity")) {
      start("update-dossier", update());
      start(
          "record-activity",
          Map.of(
              "programme", KEY,
              "kind", "workshop",
              "name", "Cyber defence",
              "date", days.today(),
              "participants", "XR\nFR",
              "source", "Minutes"));
      start(
          "prolong-assurances",
          Map.of(
              "programme",
              KEY,
              "inForceUntil",
              days.today().plusYears(4),
              "assuranceSource",
              "Exchange of letters"));
    }
    if ("userTask_recordRatification".equals(after) && done.add("hold-ratification")) {
      start(
          "hold-ratification",
          Map.of(
              "programme", KEY,
              "ally", "HU",
              "change", "held",
              "date", days.today(),
              "reason", "The debate goes on."));
    }
  }

  private Map<String, Object> update() {
    Map<String, Object> update = new HashMap<>();
    SampleDossiers.ruritania()
        .indicators()
        .forEach(
            (name, known) -> {
              update.put(name.field(), known.value());
              update.put(name.field() + "AsOf", days.today());
              update.put(name.field() + "Source", "A newer survey");
            });
    update.put("programme", KEY);
    update.put("publicSupportPct", "75.25");
    return update;
  }

  private void start(String process, Map<String, Object> fields) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult()
            .getId();
    long before = runtime.createProcessInstanceQuery().count();
    handIn(
        FORMS.get(process),
        fields,
        typed -> forms.submitStartForm(definition, typed),
        () -> assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before));
  }

  private Map<String, Answer> carelessly() {
    Map<String, Answer> careless = new HashMap<>();
    scripts.forEach(script -> careless.putAll(script.answers()));
    careless.put("userTask_followRound", new Answer(1, (task, facts, today) -> extension(facts)));
    Answer schedule = careless.get("userTask_confirmExerciseSchedule");
    careless.put(
        "userTask_confirmExerciseSchedule",
        new Answer(
            schedule.days(),
            (task, facts, today) ->
                done.add("move") ? moved(facts) : schedule.form().fill(task, facts, today)));
    // As if the planned end had come.
    Answer launch = careless.get("userTask_launchCampaign");
    careless.put(
        "userTask_launchCampaign",
        new Answer(
            launch.days(),
            (task, facts, today) -> {
              Map<String, Object> fields = new HashMap<>(launch.form().fill(task, facts, today));
              fields.put("endOn", today.plusDays(300));
              return fields;
            }));
    // What is left undone in the phases is asked for before accession talks.
    Answer conduct = careless.get("userTask_conductPhase");
    careless.put(
        "userTask_conductPhase",
        new Answer(
            conduct.days(),
            (task, facts, today) ->
                withoutInteroperability(facts, conduct.form().fill(task, facts, today))));
    Answer extend = careless.get("userTask_extendAssurances");
    careless.put(
        "userTask_extendAssurances",
        new Answer(
            extend.days(),
            (task, facts, today) -> {
              Map<String, Object> fields = new HashMap<>(extend.form().fill(task, facts, today));
              fields.put("inForceUntil", today.plusDays(1));
              return fields;
            }));
    careless.replaceAll(
        (key, answer) ->
            answer.form() == null || fieldsOf(FORMS.get(key)).isEmpty()
                ? answer
                : new Answer(
                    answer.days(), (task, facts, today) -> handIn(task, answer, facts, today)));
    return careless;
  }

  /** Another milestone, if one is open, else the end of the phase. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> withoutInteroperability(
      Map<String, Object> facts, Map<String, Object> fields) {
    if (!fields.containsKey("milestone")) {
      return fields;
    }
    return ((List<Map<String, Object>>) facts.get("openMilestones"))
        .stream()
            .filter(option -> !option.get("label").toString().contains("nteroperab"))
            .findFirst()
            .map(
                option -> {
                  Map<String, Object> other = new HashMap<>(fields);
                  other.put("milestone", option.get("value"));
                  return other;
                })
            .orElse(new HashMap<>(Map.of("entry", "complete", "summary", "It has done its work.")));
  }

  private Map<String, Object> extension(Map<String, Object> facts) {
    return !done.add("extension")
        ? null
        : Map.of(
            "silenceDate", Dates.read(facts.get("silenceDate").toString()).value().plusDays(1),
            "silenceTime", "17:30",
            "silenceZone", "Europe/Brussels",
            "extensionReason", "Two parliaments are consulted.");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> moved(Map<String, Object> facts) {
    Map<String, Object> first = ((List<Map<String, Object>>) facts.get("exerciseOptions")).get(0);
    LocalDate planned = Dates.read(first.get("label").toString().split(":")[0]).value();
    return Map.of(
        "scheduleAnswer",
        "move",
        "exercise",
        first.get("value"),
        "exerciseDate",
        planned.plusDays(1),
        "reason",
        "The range is taken.");
  }

  /** Null: the task is done already. */
  private Map<String, Object> handIn(
      OpenTask task, Answer answer, Map<String, Object> facts, LocalDate today) {
    boolean known = taken.containsAll(fieldsOf(FORMS.get(task.key())));
    if (!known) {
      office.setClock(days.at(today.plusDays(1), AFTER_MIDNIGHT));
    }
    Map<String, Object> fields =
        known
            ? answer.form().fill(task, facts, today)
            : answer.form().fill(task, office.facts(task), days.today());
    if (known || fields == null) {
      return fields;
    }
    handIn(
        FORMS.get(task.key()),
        fields,
        typed -> office.complete(task, Rehearsal.accountOf(task.group()), typed),
        () -> assertThat(office.isOpen(task)).isTrue());
    return null;
  }

  private void handIn(
      String form, Map<String, Object> fields, Consumer<Map<String, Object>> door, Runnable stays) {
    List<Field> ofForm = fieldsOf(form);
    List<Field> fresh = ofForm.stream().filter(refused::add).toList();
    Set<String> before = rows().keySet();
    for (Field field : fresh) {
      field.kind().refused.forEach(text -> refuses(field, text, fields, door));
      stays.run();
    }
    ofForm.stream()
        .filter(field -> field.kind() == Kind.DATE && !OF_THE_FUTURE.contains(field.key()))
        .filter(field -> fields.containsKey(field.key()) && !taken.contains(field))
        .forEach(field -> refuses(field, Dates.words(days.today().plusDays(1)), fields, door));
    assertThat(rows().keySet()).isEqualTo(before);

    Map<String, Object> spelled = new HashMap<>(fields);
    ofForm.forEach(
        field ->
            spelled.computeIfPresent(field.key(), (key, value) -> otherSpelling(field, value)));
    door.accept(spelled);
    Map<String, List<Object>> rows = rows();
    rows.keySet().removeAll(before);
    ofForm.stream()
        .filter(field -> spelled.containsKey(field.key()) && taken.add(field))
        .forEach(
            field ->
                assertThat(rows.values())
                    .as("where %s = %s is kept", field, spelled.get(field.key()))
                    .anyMatch(row -> row.stream().anyMatch(cell -> says(cell, field, fields))));
  }

  private void refuses(
      Field field, String text, Map<String, Object> fields, Consumer<Map<String, Object>> door) {
    Map<String, Object> typed = new HashMap<>(fields);
    typed.put(field.key(), text);
    assertThatExceptionOfType(Refused.class)
        .as("%s at %s", text, field)
        .isThrownBy(() -> door.accept(typed))
        .extracting(Refused::faults, LIST)
        .extracting("field")
        .containsExactly(field.key());
  }

  private Object otherSpelling(Field field, Object value) {
    String text = value.toString();
    return switch (field.kind()) {
      case TIME -> " " + text;
      case DATE -> {
        LocalDate day = Dates.read(text).value();
        yield spelling.incrementAndGet() % 2 == 0
            ? Dates.words(day)
            : "%s.%s.%s".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      }
      // With no-break spaces between the thousands, and as one of Europe's keyboards has it.
      case NUMBER ->
          text.contains(".")
              ? text.replace('.', ',').replace('-', '\u2212') + "\u00A0"
              : text.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00A0");
    };
  }

  /** Whether a cell of the office's tables holds what the field was given. */
  private static boolean says(Object cell, Field field, Map<String, Object> fields) {
    String text = String.valueOf(fields.get(field.key()));
    if (field.key().startsWith("silence")) {
      return cell instanceof OffsetDateTime moment
          && moment
              .toInstant()
              .equals(
                  LocalDate.parse(fields.get("silenceDate").toString())
                      .atTime(LocalTime.parse(fields.get("silenceTime").toString()))
                      .atZone(ZoneId.of("Europe/Brussels"))
                      .toInstant());
    }
    if (field.kind() == Kind.DATE) {
      LocalDate day = Dates.read(text).value();
      return cell.equals(day) || cell.toString().contains("\"" + day + "\"");
    }
    BigDecimal number = new BigDecimal(text);
    return cell instanceof Number kept
        ? new BigDecimal(kept.toString()).compareTo(number) == 0
        : cell.toString().matches("(?s).*(?<![\\d.])%s(?![\\d.]).*".formatted(Pattern.quote(text)));
  }

  /** Every row of the office's own tables: days, moments, numbers and texts, and what is sealed. */
  private Map<String, List<Object>> rows() {
    Map<String, List<Object>> rows = new HashMap<>();
    tables.forEach(
        (table, columns) ->
            db.sql("select %s from %s".formatted(columns, table))
                .query(
                    (row, number) -> {
                      List<Object> cells = new ArrayList<>();
                      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        cells.add(cell(row, column));
                      }
                      return cells;
                    })
                .list()
                .forEach(cells -> rows.put(table + " " + cells, cells)));
    sealed.forEach(
        table ->
            db.sql("select * from " + table.name())
                .query((row, number) -> secrecy.text(table, row))
                .list()
                .forEach(text -> rows.put(table.name() + " sealed " + text, List.of(text))));
    return rows;
  }

  private static Object cell(ResultSet row, int column) throws SQLException {
    Object kept =
        row.getMetaData().getColumnType(column) == Types.DATE
            ? row.getObject(column, LocalDate.class)
            : row.getMetaData().getColumnType(column) == Types.CLOB
                ? row.getString(column)
                : row.getObject(column);
    return kept == null ? "" : kept;
  }

  private static List<Field> fieldsOf(String form) {
    return FIELDS.stream().filter(field -> field.form().equals(form)).toList();
  }

  private static String form(FlowNode node) {
    return node.getAttributeValueNs(CAMUNDA, "formRef");
  }

  private static String upper(String prefix) {
    return prefix.toUpperCase(Locale.ROOT);
  }
}
