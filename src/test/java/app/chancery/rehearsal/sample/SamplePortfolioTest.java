package app.chancery.rehearsal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ChanceryApplication;
import app.chancery.Visitor;
import app.chancery.integration.ActivityKind;
import app.chancery.platform.export.Table;
import app.chancery.platform.people.Delegations;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import app.chancery.records.MailWay;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("own-application")
class SamplePortfolioTest {

  @TempDir static Path folder;

  private static ConfigurableApplicationContext office;

  @BeforeAll
  static void startForTheFirstTime() {
    office =
        new SpringApplicationBuilder(ChanceryApplication.class)
            .profiles("local")
            .run(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("chancery"),
                // Told of every exception that it throws, also of those that somebody catches.
                "--spring.datasource.hikari.data-source-properties.[TRACE_LEVEL_FILE]=1");
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void theFirstStartMakesADozenProgrammesInAllStepsAndTheClockIsRealAgain() {
    assertThat(all())
        .hasSize(12)
        .extracting(Programme::candidate)
        .allMatch(candidate -> candidate.matches("X[A-Z]"));
    assertThat(all())
        .filteredOn(Programme::isOpen)
        .extracting(Programme::step)
        .containsAll(EnumSet.complementOf(EnumSet.of(Step.OVERSIGHT)));
    assertThat(Duration.between(office.getBean(Clock.class).instant(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void twoOfThemAreConcludedOneIsShelvedAndOneSuspended() {
    assertThat(all())
        .filteredOn(programme -> !programme.isOpen())
        .extracting(Programme::outcome)
        .containsExactlyInAnyOrder(Outcome.SETTLED, Outcome.SETTLED, Outcome.SHELVED);
    assertThat(all()).filteredOn("status", Programme.Status.SUSPENDED).hasSize(1);
    assertThat(all())
        .extracting(Programme::tier)
        .as("tiers; none before step 2 has settled it")
        .contains(null, Tier.STRATEGIC_PARTNER, Tier.INTERIM_ALLY, Tier.FULL_CANDIDATE);
  }

  @Test
  void oneSilenceWasBrokenOneTierMovedAndOneSilenceRuns() {
    assertThat(texts("select programme from council_round where status = 'BROKEN'"))
        .singleElement()
        .satisfies(
            broken ->
                assertThat(programme(broken).step())
                    .as("endorsed in the next round")
                    .isEqualTo(Step.INTEGRATION));
    assertThat(texts("select programme from review where decision = 'MOVE_TIER_DOWN'"))
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(programme(moved).step()).isEqualTo(Step.INTEGRATION);
              assertThat(programme(moved).tier()).isEqualTo(Tier.INTERIM_ALLY);
            });
    assertThat(texts("select programme from council_round where ended_at is null"))
        .singleElement()
        .satisfies(runs -> assertThat(programme(runs).step()).isEqualTo(Step.CONSENSUS));
  }

  @Test
  void thereAreReviewsAndActivitiesOfSeveralQuarters() {
    assertThat(texts("select distinct quarter from review where decided_at is not null"))
        .hasSizeGreaterThan(4);
    for (ActivityKind kind : ActivityKind.values()) {
      assertThat(
              texts(
                  "select distinct extract(year from held_on) || '-' || extract(quarter from held_on)"
                      + " from activity where kind = '"
                      + kind.name()
                      + "'"))
          .as("quarters with %s", kind)
          .hasSizeGreaterThan(3);
    }
  }

  @Test
  void whoeverLogsInFirstFindsNoMailsAndReadsWhatIsLongPastWithoutBeingToldOfIt() {
    assertThat(texts("select subject from mail")).isEmpty();
    assertThat(
            texts(
                "select distinct way from inbox_item"
                    + " where told_at < (select finished_at from sample_portfolio)"))
        .as("how people are told by mail, in the next morning too")
        .containsExactly(MailWay.NONE.code());
    assertThat(
            texts(
                "select account from inbox_item where read_at is null group by account"
                    + " having count(*) > 20"))
        .isEmpty();
    assertThat(texts("select account from inbox_item where read_at is null")).isNotEmpty();
    assertThat(
            texts(
                "select t.id_ from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_"
                    + " where t.task_def_key_ = 'userTask_statePosition'"
                    + " and l.group_id_ = '"
                    + Delegations.groupOf("FR")
                    + "'"))
        .as("a round for the delegation of France to answer in")
        .hasSize(1);
  }

  private static List<Programme> all() {
    return texts("select programme_key from programme order by opened_at").stream()
        .map(SamplePortfolioTest::programme)
        .toList();
  }

  private static Programme programme(String key) {
    return office.getBean(Programmes.class).get(key);
  }

  private static List<String> texts(String query) {
    return office.getBean(JdbcClient.class).sql(query).query(String.class).list();
  }

  @Test
  void theDatabaseIsAskedForNothingThatItDoesNotHave() {
    assertThat(folder.resolve("chancery.mv.db")).exists();
    assertThat(folder.resolve("chancery.trace.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"manager", "admin", "analyst", "committee", "secretary", "delegate-fr"})
  void everyLinkOnEveryPageLeadsToWhatItSays(String account) {
    Visitor visitor =
        Visitor.person(
            office.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
            account);
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> toOpen = new ArrayDeque<>(Set.of("/programmes"));
    while (!toOpen.isEmpty()) {
      String path = toOpen.pop();
      if (seen.add(path)) {
        HttpResponse<String> answer = visitor.open(path);
        if (answer.statusCode() == 302) {
          toOpen.add(URI.create(Visitor.location(answer)).getPath());
          continue;
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(type(answer)).as(path).startsWith(typeOf(path));
        // The engine's webapps and the description of the interface find their own way.
        if (type(answer).startsWith("text/html") && !path.startsWith("/camunda/")) {
          Set<String> links = links(path, answer.body());
          // One question leads to others, without an end.
          links.removeIf(link -> path.startsWith("/what-if?") && link.startsWith("/what-if?"));
          // One filter leads to narrower ones.
          links.removeIf(
              link -> path.startsWith("/programmes?") && link.startsWith("/programmes?"));
          toOpen.addAll(links);
        }
      }
    }
    assertThat(seen)
        .as("pages of each kind")
        .anyMatch(path -> path.matches("/programmes/X[A-Z]-\\d{4}"))
        .anyMatch(path -> path.matches("/programmes/.*/deliverables/\\d+"))
        .anyMatch(path -> path.endsWith("format=pdf"))
        .anyMatch(path -> path.endsWith("format=json"));
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static String typeOf(String path) {
    if (path.startsWith("/policy/tables/")) {
      return "application/xml";
    }
    if (!path.startsWith("/api/") && !path.contains("format=")) {
      return "text/html";
    }
    return Map.of(
            "pdf", "application/pdf", "ics", "text/calendar", "csv", Table.CSV, "xlsx", Table.XLSX)
        .getOrDefault(path.replaceAll(".*[.=]", ""), "application/json");
  }

  /** Those within the office, without what follows the number sign; that has to be on the page. */
  private static Set<String> links(String path, String html) {
    Document page = Jsoup.parse(html);
    Set<String> links = new LinkedHashSet<>();
    for (Element link : page.select("a[href]")) {
      String[] parts = link.attr("href").split("#", 2);
      if (parts[0].isEmpty()) {
        assertThat(page.getElementById(parts[1])).as(path + "#" + parts[1]).isNotNull();
      } else if (parts[0].startsWith("/")) {
        links.add(parts[0]);
      }
    }
    return links;
  }
}
