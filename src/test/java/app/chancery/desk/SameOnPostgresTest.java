package app.chancery.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.InstalledOffice;
import app.chancery.Visitor;
import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingLine;
import app.chancery.oversight.StatusDimension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The board and the outcomes count by statements of their own, which two databases must read alike.
 */
@Tag("own-application")
class SameOnPostgresTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static final String[] SETTINGS = {
    "--logging.level.root=error",
    "--chancery.sample-portfolio=false",
    "--chancery.outcomes.recount-after=PT0S",
    "--camunda.bpm.job-execution.enabled=false"
  };

  private static final List<String> STEPS =
      List.of(
          "PREREQUISITES", "STAKEHOLDERS", "ENGAGEMENT", "CONSENSUS", "DIPLOMACY", "INTEGRATION");

  private static final List<String> INSTRUMENTS =
      List.of(
          "STRATEGIC_PARTNERSHIP_AGREEMENT",
          "JOINT_TRAINING_INITIATIVE",
          "FULL_MEMBERSHIP_ACCESSION");

  private static final List<String> TIERS =
      List.of("STRATEGIC_PARTNER", "INTERIM_ALLY", "FULL_CANDIDATE");

  private static final List<String> COLOURS = List.of("RED", "AMBER", "GREEN");

  @AfterEach
  void theTimeIsReal() {
    ClockUtil.reset();
  }

  @Test
  void theBoardAndTheOutcomesSayOnPostgresWhatTheySayOnH2() {
    Map<String, String> onPostgres = answers(InstalledOffice.onPostgres(SETTINGS));
    Map<String, String> onH2 =
        answers(InstalledOffice.on("jdbc:h2:mem:same", application -> {}, SETTINGS));

    assertThat(onPostgres.keySet()).isEqualTo(onH2.keySet());
    onPostgres.forEach(
        (address, said) -> assertThat(said).as(address).isEqualTo(onH2.get(address)));
    assertThat(onPostgres.get("/api/v1/outcomes/series?format=csv"))
        .contains("joint-exercises,exercises,,All programmes,2026-Q3,2026-07-01,false,");
  }

  private static Map<String, String> answers(InstalledOffice office) {
    try (office) {
      ClockUtil.setCurrentTime(Date.from(NOW));
      new History(office.bean(JdbcClient.class), new Random(18)).record();
      Visitor manager = Visitor.person(office.port(), "manager");
      Map<String, String> answers = new LinkedHashMap<>();
      addresses().forEach(address -> answers.put(address, said(manager.open(address))));
      return answers;
    }
  }

  private static String said(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
    return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private static Stream<String> addresses() {
    List<String> filters =
        List.of(
            "",
            "status=ended",
            "status=suspended&tier=full-candidate",
            "step=integration",
            "region=europe",
            "text=%C3%96ST",
            "text=_",
            "text=%C4%B0ST",
            "pending=overdue",
            "pending=round",
            "pending=review",
            "pending=late-review",
            "dimension=cost&colour=amber",
            "change=worse",
            "dimension=schedule&change=better");
    List<String> choices =
        List.of(
            "",
            "from=2023-Q1&to=2025-Q4",
            "tier=interim-ally",
            "programme=XA-2024",
            "programme=XB-2024&programme=xc");
    return Stream.of(
            filters.stream()
                .flatMap(
                    filter ->
                        Stream.of(
                            "/programmes?" + filter,
                            "/programmes?view=list&" + filter,
                            "/programmes/figures?format=csv&" + filter,
                            "/api/v1/programmes?size=200&" + filter)),
            choices.stream()
                .flatMap(
                    choice ->
                        Stream.of(
                            "/outcomes?" + choice,
                            "/api/v1/outcomes?" + choice,
                            "/api/v1/outcomes/series?" + choice,
                            "/api/v1/outcomes/days?" + choice)),
            Stream.of("/api/v1/outcomes", "/api/v1/outcomes/series", "/api/v1/outcomes/days")
                .map(call -> call + "?format=csv"),
            Stream.of("/outcomes/retention", "/api/v1/outcomes/retention?format=csv"))
        .flatMap(each -> each);
  }

  /** Two dozen programmes of some years, by chance, but by the same each time. */
  private record History(JdbcClient db, Random chance) {

    private static final OffsetDateTime TODAY = NOW.atOffset(ZoneOffset.UTC);

    void record() {
      for (int number = 0; number < 24; number++) {
        programme(
            "X" + (char) ('A' + number) + "-2024",
            one(
                    List.of(
                        "alpha",
                        "Österland",
                        "de la Cruz",
                        "O'Neil İstanbul",
                        "საქართველო",
                        "_under"))
                + " "
                + number,
            one(List.of(1, 2, 4, 5, 6, 6, 6, 6)));
      }
    }

    private void programme(String key, String name, int steps) {
      OffsetDateTime opened =
          moment(OffsetDateTime.parse("2022-01-01T00:00:00Z"), TODAY.minusDays(100));
      List<OffsetDateTime> entered = new ArrayList<>(List.of(opened));
      for (int step = 0; step < steps; step++) {
        OffsetDateTime since = entered.get(step);
        entered.add(moment(since, since.plusDays(one(List.of(20, 90, 300)))));
      }
      boolean over = steps > 3 && chance.nextBoolean();
      OffsetDateTime end = over ? entered.get(steps) : null;
      String tier = steps > 2 ? one(TIERS) : null;
      String outcome = one(List.of("SETTLED", "ACCEDED", "SHELVED", "TERMINATED", "WITHDRAWN"));
      insert(
          "programme",
          values(
              "programme_key",
              key,
              "candidate",
              key.substring(0, 2),
              "name",
              name,
              "status",
              over ? "ENDED" : steps == 6 && chance.nextInt(4) == 0 ? "SUSPENDED" : "ACTIVE",
              "step",
              STEPS.get(steps - 1),
              "tier",
              tier,
              "outcome",
              over ? outcome : null,
              "opened_at",
              opened,
              "opened_by",
              "analyst",
              "ended_at",
              end));
      insert(
          "dossier",
          values(
              "programme",
              key,
              "candidate",
              key.substring(0, 2),
              "name",
              name,
              "european",
              true,
              "region",
              one(List.of("europe", "indo-pacific")),
              "assessed_on",
              opened.toLocalDate(),
              "propaganda_exposure",
              "low"));
      for (int step = 0; step < steps; step++) {
        stay(
            key,
            STEPS.get(step),
            entered.get(step),
            step < steps - 1 || over ? entered.get(step + 1) : null);
      }
      for (int figure = chance.nextInt(3); figure > 0; figure--) {
        insert(
            "indicator",
            values(
                "programme",
                key,
                "name",
                "standardsImplementedPct",
                "indicator_value",
                one(List.of("33.5", "0", "1e1", "66.67")),
                "as_of",
                moment(opened, TODAY).toLocalDate(),
                "source",
                "audit",
                "recorded_by",
                "analyst",
                "recorded_at",
                TODAY));
      }
      if (steps > 3) {
        long packageId =
            council(key, tier, entered.get(3), steps > 4 || over ? entered.get(4) : null);
        if (steps == 6) {
          integration(key, packageId, entered.get(5), over ? end : TODAY);
          stay(key, "OVERSIGHT", entered.get(4), end);
          reviews(key, entered.get(4), over ? end : TODAY, over);
        }
      }
    }

    private void stay(String key, String step, OffsetDateTime from, OffsetDateTime until) {
      insert(
          "step_entry",
          values("programme", key, "step", step, "entered_at", from, "left_at", until));
    }

    private long council(String key, String tier, OffsetDateTime tabled, OffsetDateTime adopted) {
      long packageId =
          insert(
              "engagement_package",
              values(
                  "programme",
                  key,
                  "version",
                  1,
                  "proposed_tier",
                  tier,
                  "tier",
                  tier,
                  "tier_reason",
                  "proposed",
                  "justification",
                  "ready",
                  "status",
                  "ENDORSED",
                  "created_at",
                  tabled,
                  "created_by",
                  "planner"));
      insert(
          "package_instrument",
          values(
              "package_id",
              packageId,
              "instrument",
              one(INSTRUMENTS),
              "cost_level",
              "low",
              "reach",
              "regional",
              "starts_on",
              tabled.toLocalDate().plusDays(chance.nextInt(-30, 90)),
              "ends_on",
              tabled.toLocalDate().plusDays(500)));
      long item =
          insert(
              "council_item",
              values(
                  "programme", key,
                  "package_version", 1,
                  "tier", tier,
                  "justification", "ready",
                  "opened_at", tabled,
                  "outcome", adopted == null ? null : "ADOPTED",
                  "closed_at", adopted));
      OffsetDateTime broken = moment(tabled, adopted == null ? TODAY : adopted);
      long round = round(key, item, 1, "BROKEN", tabled, broken, broken);
      for (int objection = chance.nextInt(1, 4); objection > 0; objection--) {
        insert(
            "council_position",
            values(
                "council_round",
                round,
                "ally",
                one(List.of("FR", "HU", "TR")),
                "stance",
                "OBJECTION",
                "stated_by",
                "delegate",
                "stated_at",
                moment(tabled, broken)));
      }
      round(
          key,
          item,
          2,
          adopted == null ? "OPEN" : "ADOPTED",
          broken,
          adopted == null ? TODAY.plusDays(chance.nextInt(1, 9)) : adopted,
          adopted);
      return packageId;
    }

    private long round(
        String key,
        long item,
        int number,
        String status,
        OffsetDateTime begins,
        OffsetDateTime silenceEnds,
        OffsetDateTime ended) {
      return insert(
          "council_round",
          values(
              "item", item,
              "programme", key,
              "round_number", number,
              "package_version", 1,
              "tier", "INTERIM_ALLY",
              "justification", "ready",
              "allies", "FR,HU,TR",
              "circulated_at", begins,
              "circulated_by", "secretary",
              "silence_ends", silenceEnds,
              "zone", "Europe/Brussels",
              "status", status,
              "ended_at", ended));
    }

    private void integration(
        String key, long packageId, OffsetDateTime begins, OffsetDateTime until) {
      LocalDate first = begins.toLocalDate();
      for (int phase = 1; phase < 3; phase++) {
        long id =
            insert(
                "phase",
                values(
                    "programme", key,
                    "package_id", packageId,
                    "phase_number", phase,
                    "instrument", one(INSTRUMENTS),
                    "planned_from", first,
                    "planned_to", first.plusDays(chance.nextInt(30, 700)),
                    "started_at", chance.nextInt(5) > 0 ? moment(begins, until) : null));
        for (int exercise = chance.nextInt(5); exercise > 0; exercise--) {
          insert(
              "planned_exercise",
              values(
                  "programme",
                  key,
                  "package_id",
                  packageId,
                  "phase_id",
                  id,
                  "planned_on",
                  first.plusDays(chance.nextInt(500)),
                  "name",
                  "Northern Light",
                  "standard",
                  "STANAG 6001",
                  "dropped",
                  chance.nextInt(5) == 0));
        }
      }
      for (int milestone = chance.nextInt(5); milestone > 0; milestone--) {
        LocalDate due = first.plusDays(chance.nextInt(400));
        LocalDate met = due.plusDays(chance.nextInt(-20, 20));
        insert(
            "milestone",
            values(
                "programme",
                key,
                "package_id",
                packageId,
                "name",
                "a milestone",
                "measure",
                "count",
                "target",
                "1",
                "interoperability",
                false,
                "planned_for",
                due,
                "due_on",
                due,
                "met_on",
                chance.nextBoolean() || met.isAfter(until.toLocalDate()) ? null : met));
      }
      for (int activity = chance.nextInt(9); activity > 0; activity--) {
        insert(
            "activity",
            values(
                "programme",
                key,
                "kind",
                one(List.of("EXERCISE", "WORKSHOP", "INTELLIGENCE_SHARING")),
                "name",
                "Northern Light",
                "held_on",
                moment(begins, until).toLocalDate(),
                "participants",
                "XR, FR",
                "source",
                "report",
                "recorded_by",
                "officer",
                "recorded_at",
                TODAY));
      }
      insert(
          "rated_programme",
          values(
              "programme",
              key,
              "ratings",
              RatingLine.of(
                  Stream.of(
                          StatusDimension.SCHEDULE, StatusDimension.SECURITY, StatusDimension.COST)
                      .map(
                          dimension ->
                              new Rating(
                                  dimension,
                                  Colour.valueOf(one(COLOURS)),
                                  chance.nextBoolean() ? Colour.valueOf(one(COLOURS)) : null))
                      .toList())));
    }

    private void reviews(String key, OffsetDateTime from, OffsetDateTime until, boolean over) {
      for (OffsetDateTime at = from; at.isBefore(until); at = at.plusDays(92)) {
        boolean last = !over && !at.plusDays(92).isBefore(until);
        insert(
            "review",
            values(
                "programme",
                key,
                "kind",
                "QUARTERLY",
                "quarter",
                at.getYear() + "-Q" + (at.getMonthValue() + 2) / 3,
                "status",
                last ? "OPEN" : one(List.of("HELD", "MISSED", "WITHDRAWN")),
                "opened_at",
                at,
                "decide_by",
                at.toLocalDate().plusDays(14),
                "held_late",
                chance.nextInt(3) == 0));
      }
    }

    /** Between these, and now and then a quarter's end by the calendar of the alliance. */
    private OffsetDateTime moment(OffsetDateTime from, OffsetDateTime until) {
      OffsetDateTime last = until.isAfter(TODAY) ? TODAY : until;
      if (!last.isAfter(from)) {
        return from;
      }
      OffsetDateTime by =
          from.plus(Duration.between(from, last).multipliedBy(chance.nextInt(1000)).dividedBy(1000))
              .withNano(0);
      OffsetDateTime quarter =
          by.withMonth((by.getMonthValue() - 1) / 3 * 3 + 1)
              .withDayOfMonth(1)
              .toLocalDate()
              .atStartOfDay(java.time.ZoneId.of("Europe/Brussels"))
              .toOffsetDateTime()
              .withOffsetSameInstant(ZoneOffset.UTC)
              .minusSeconds(chance.nextInt(2));
      return chance.nextInt(4) == 0 && quarter.isAfter(from) ? quarter : by;
    }

    private <T> T one(List<T> of) {
      return of.get(chance.nextInt(of.size()));
    }

    private static Map<String, Object> values(Object... columnsAndValues) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int at = 0; at < columnsAndValues.length; at += 2) {
        values.put((String) columnsAndValues[at], columnsAndValues[at + 1]);
      }
      return values;
    }

    /**
     * @return the id of the row; 0 where the table has none
     */
    private long insert(String table, Map<String, Object> row) {
      db.sql(
              "insert into %s (%s) values (%s)"
                  .formatted(
                      table,
                      String.join(", ", row.keySet()),
                      row.keySet().stream()
                          .map(each -> ":" + each)
                          .collect(Collectors.joining(", "))))
          .params(row)
          .update();
      return List.of("engagement_package", "council_item", "council_round", "phase").contains(table)
          ? db.sql("select max(id) from " + table).query(Long.class).single()
          : 0;
    }
  }
}
