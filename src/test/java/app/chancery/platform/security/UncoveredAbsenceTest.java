package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.mail.MailWriter;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Deputies;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.time.Days;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That nobody acts for somebody who is away is said before it is so, and told when it comes. */
@WebOfficeTest
class UncoveredAbsenceTest {

  private static final Pattern NEVERTHELESS =
      Pattern.compile("name=\"nevertheless\"[^>]* value=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private AccountRecords records;
  @Autowired private IdentityService identities;
  @Autowired private Deputies deputies;
  @Autowired private Days days;
  @Autowired private JdbcClient db;
  @Autowired private List<MailWriter> daily;

  private final List<String> added = new ArrayList<>();

  @BeforeEach
  void people() {
    add("bruno", "Bruno", "Keller", Groups.EXECUTIVES);
    add("carla", "Carla", "Weber", Groups.EXECUTIVES);
    add("hugo", "Hugo", "Head", Heads.groupOf(Groups.EXECUTIVES));
  }

  @AfterEach
  void close() {
    if (identities.createUserQuery().userId("executive").memberOfGroup(Groups.PLANNERS).count()
        > 0) {
      identities.deleteMembership("executive", Groups.PLANNERS);
    }
    added.forEach(identities::deleteUser);
    records.forget();
  }

  /** By what a deputy no longer covers an absence. */
  enum Change {
    DEPUTY_DELETED("Bruno Keller has left the office") {
      @Override
      void happen(UncoveredAbsenceTest office) {
        office.identities.deleteUser("bruno");
      }
    },
    DEPUTY_LEFT_THE_GROUP("Bruno Keller is no longer of a group by which they were named") {
      @Override
      void happen(UncoveredAbsenceTest office) {
        office.identities.deleteMembership("bruno", Groups.EXECUTIVES);
      }
    },
    DEPUTY_OF_THE_DEPUTY_DELETED("Carla Weber has left the office") {
      @Override
      void happen(UncoveredAbsenceTest office) {
        office.identities.deleteUser("carla");
      }
    },
    FURTHER_GROUP("nobody acts for Edith Halloran in: Planners") {
      @Override
      void happen(UncoveredAbsenceTest office) {
        office.identities.createMembership("executive", Groups.PLANNERS);
      }
    };

    private final String because;

    Change(String because) {
      this.because = because;
    }

    boolean leavesSomebodyToday() {
      return this == DEPUTY_OF_THE_DEPUTY_DELETED || this == FURTHER_GROUP;
    }

    abstract void happen(UncoveredAbsenceTest office);
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void whoIsAwayAdministratorsAndHeadsAreToldOnceThatNobodyActs(Change change) {
    LocalDate today = days.today();
    entered("executive", "bruno", today, today.plusDays(9));
    entered("bruno", "carla", today.plusDays(2), today.plusDays(3));
    assertThat(told()).isEmpty();

    change.happen(this);

    assertThat(deputies.of("executive").isPresent()).isEqualTo(change.leavesSomebodyToday());
    assertThat(told()).containsKeys("executive", "admin");
    assertThat(told().get("executive")).contains(change.because);
    assertThat(told().containsKey("hugo")).isEqualTo(change != Change.FURTHER_GROUP);
    assertThat(Visitor.person(port, "executive").open("/absence").body())
        .contains("not covered", change.because);
    Map<String, String> once = told();
    identities.deleteMembership("hugo", Heads.groupOf(Groups.EXECUTIVES));
    nextDay(today.plusDays(1));
    assertThat(told()).isEqualTo(once);
  }

  @Test
  void whatIsCoveredAgainIsToldAnewWhenItIsNot() {
    entered("executive", "bruno", days.today(), days.today());
    identities.deleteMembership("bruno", Groups.EXECUTIVES);
    identities.createMembership("bruno", Groups.EXECUTIVES);

    identities.deleteMembership("bruno", Groups.EXECUTIVES);

    assertThat(
            db.sql("select count(*) from notice where kind = 'absence-uncovered'")
                .query(Integer.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void anAbsenceThatEndsLeavesTheOneWhoseChainWentOverItUncovered() {
    LocalDate today = days.today();
    add("ada", "Ada", "Lund", Groups.ANALYSTS);
    accounts.addSample("ada", "Ada", "Lund", "chancery", Groups.EXECUTIVES);
    add("pia", "Pia", "Plan", Groups.PLANNERS);
    enterByAdministrator("pia", "envoy", today, today);
    enterByAdministrator("ada", "pia", today, today);
    assertThat(told()).isEmpty();
    long id = db.sql("select id from absence where account = 'pia'").query(Long.class).single();

    Visitor.person(port, "pia").postForm("/absence/" + id + "/end", Map.of());

    assertThat(told().get("ada")).contains("nobody acts for Ada Lund in: Analysts");
  }

  @Test
  void whatNoChangeOfOursHasBroughtAboutIsToldOnTheDayThatBegins() {
    LocalDate today = days.today();
    entered("executive", "bruno", today, today.plusDays(9));
    // Whichever day another test was at.
    nextDay(today.plusDays(30));
    nextDay(today.plusDays(1));
    db.sql("delete from act_id_membership where user_id_ = 'bruno'").update();
    records.forget();

    nextDay(today.plusDays(1));
    assertThat(told()).isEmpty();
    nextDay(today.plusDays(2));

    assertThat(told()).containsOnlyKeys("executive", "admin", "hugo");
    assertThat(told().get("hugo")).doesNotContain("From " + today);
  }

  @Test
  void anAbsenceWhoseDeputyIsAwayForSomeOfItsDaysIsEnteredOnlyByWhoHasReadThat() {
    LocalDate today = days.today();
    add("planner-two", "Piet", "Vos", Groups.PLANNERS);
    enterByAdministrator("bruno", "planner-two", today.plusDays(3), today.plusDays(4));
    identities.deleteUser("planner-two");
    added.remove("planner-two");
    db.sql("delete from inbox_item").update();
    db.sql("delete from notice").update();

    HttpResponse<String> asked = enter("executive", "", "bruno", today, today.plusDays(9), "");

    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(asked.body())
        .contains(
            "The absence is not entered yet.",
            "nobody acts for Edith Halloran: Piet Vos has left the office.");
    assertThat(absencesOf("executive")).isZero();
    String code = code(asked);
    assertThat(enter("executive", "", "bruno", today, today.plusDays(8), "x").statusCode())
        .isEqualTo(409);
    assertThat(enter("executive", "", "bruno", today, today.plusDays(9), code).statusCode())
        .isEqualTo(302);
    assertThat(absencesOf("executive")).isEqualTo(1);
    assertThat(told()).containsOnlyKeys("admin", "hugo");
  }

  @Test
  void aGroupThatTheDeputyOfAnAdministratorsChoiceDoesNotGetIsSaidBefore() {
    LocalDate today = days.today();
    accounts.addSample("bruno", "Bruno", "Keller", "chancery", Groups.ANALYSTS);
    records.forget();

    HttpResponse<String> asked = enter("admin", "bruno", "planner", today, today, "");

    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(asked.body()).contains("nobody acts for Bruno Keller in: Analysts.");
    assertThat(enter("admin", "bruno", "planner", today, today, code(asked)).statusCode())
        .isEqualTo(302);
    assertThat(told()).containsOnlyKeys("bruno", "planner");
  }

  private static String code(HttpResponse<String> asked) {
    Matcher found = NEVERTHELESS.matcher(asked.body());
    assertThat(found.find()).as(asked.body()).isTrue();
    return found.group(1);
  }

  private int absencesOf(String account) {
    return db.sql("select count(*) from absence where account = :account")
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  /** Who was told that nobody acts, of each person once, and in which words. */
  private Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    Set<String> each = new HashSet<>();
    db.sql(
            """
            select i.account, n.subject, n.text from inbox_item i join notice n on n.id = i.notice
            where n.kind = 'absence-uncovered' order by i.id
            """)
        .query(
            row -> {
              String account = row.getString("account");
              assertThat(each.add(account + ": " + row.getString("subject"))).isTrue();
              told.merge(account, row.getString("text"), String::concat);
            });
    return told;
  }

  private void nextDay(LocalDate day) {
    ClockUtil.setCurrentTime(Date.from(days.at(day, LocalTime.of(6, 0))));
    daily.forEach(MailWriter::writeWhatIsDue);
  }

  private void add(String account, String first, String last, String group) {
    accounts.addSample(account, first, last, "chancery", group);
    added.add(account);
    records.forget();
  }

  private void entered(String who, String deputy, LocalDate first, LocalDate last) {
    HttpResponse<String> answer = enter(who, "", deputy, first, last, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private void enterByAdministrator(String who, String deputy, LocalDate first, LocalDate last) {
    HttpResponse<String> answer = enter("admin", who, deputy, first, last, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private HttpResponse<String> enter(
      String by, String who, String deputy, LocalDate first, LocalDate last, String nevertheless) {
    return Visitor.person(port, by)
        .postForm(
            "/absence",
            Map.of(
                "who", who,
                "deputy", deputy,
                "from", first.toString(),
                "until", last.toString(),
                "nevertheless", nevertheless));
  }
}
