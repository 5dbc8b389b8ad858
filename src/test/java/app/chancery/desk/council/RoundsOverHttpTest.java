package app.chancery.desk.council;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.AskedOfTheDatabase;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundState;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages of the council: who sees what of a round, in whatever state it is. */
@WebOfficeTest
class RoundsOverHttpTest {

  private static final String PROGRAMME = "ROUND-2026";

  private static final String RESERVATION = "Not before the spring of France.";
  private static final String OBJECTION = "It comes too early for us.";

  /** Logged in once, for all the requests of this class. */
  private static final Map<String, Visitor> LOGGED_IN = new HashMap<>();

  @Autowired ApplicationContext application;
  @Autowired Office office;
  @Autowired Council council;
  @Autowired Programmes programmes;
  @Autowired IdentityService identities;
  @Autowired CouncilDeskPolicy policy;
  @LocalServerPort int port;

  private Circulations circulations;
  private OffsetDateTime deadline;

  /** The place of the round in question among those of the programme. */
  private int at;

  @BeforeEach
  void circulate() {
    circulations = new Circulations(application);
    deadline =
        OffsetDateTime.ofInstant(office.now(), ZoneOffset.UTC)
            .plusDays(2)
            .withSecond(0)
            .withNano(0);
    circulations.prepare(PROGRAMME);
    circulations.circulate(PROGRAMME, deadline);
    state("FR", Map.of("position", "reservation", "reservation", RESERVATION));
  }

  @ParameterizedTest
  @EnumSource
  void inEveryStateEachGroupSeesWhatItMayKnowAndNoMore(RoundState state) {
    bringTo(state);
    Round round = round();

    for (String account : accounts()) {
      List<String> groups = groupsOf(account);
      boolean overseer =
          groups.stream()
              .anyMatch(
                  List.of(Groups.SECRETARIAT, Groups.MANAGERS, Groups.ADMINISTRATORS)::contains);
      boolean own = overseer || groups.contains(Delegations.groupOf("FR"));
      HttpResponse<String> page = visitor(account).open("/rounds/" + round.id());
      String list = visitor(account).open("/council").body();
      String status = visitor(account).get("/rounds/" + round.id() + "/status").body();

      assertThat(page.statusCode()).as(account).isEqualTo(200);
      assertThat(page.body())
          .as("%s, %s", account, state)
          .contains(state.word(), PROGRAMME)
          .contains("Consultation in a crisis", "Officer exchange", "NEL2");
      assertThat(read(page.body()))
          .as("%s, %s", account, state)
          .contains(state.sentence(round), round.deadline());
      assertThat(page.body().contains(RESERVATION)).as("%s, %s", account, state).isEqualTo(own);
      assertThat(own || !list.contains(RESERVATION)).as("%s, %s", account, state).isTrue();
      assertThat(list).contains(PROGRAMME, state.word());
      assertThat(page.body().contains("Albania")).as(account).isEqualTo(overseer);
      // What broke the silence was told to all Allies, and it is in the register of decisions.
      assertThat(page.body().contains(OBJECTION))
          .as("%s, %s", account, state)
          .isEqualTo(round.status() == Round.Status.BROKEN);
      assertThat(status).contains(state.code()).doesNotContain(RESERVATION, OBJECTION, "FR");
      assertThat(
              visitor(account).open("/rounds/%s/receipts/FR/1".formatted(round.id())).statusCode())
          .as(account)
          .isEqualTo(own ? 200 : 404);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"UNDER_SILENCE", "ADOPTED", "IN_CONSULTATION"},
      mode = EnumSource.Mode.INCLUDE)
  void theFileOfAllRoundsSaysWhatItsReaderMayKnowAndNoMore(RoundState state) {
    bringTo(state);
    Round round = round();

    for (String account : accounts()) {
      List<String> groups = groupsOf(account);
      Visitor reader = visitor(account);
      assertThat(reader.open("/council").body()).contains("href=\"/council?format=csv\"");
      HttpResponse<String> answer = reader.open("/council?format=csv");
      String file = answer.body();

      assertThat(answer.statusCode()).as(account).isEqualTo(200);
      assertThat(file)
          .as(account)
          .startsWith(
              "id,key,name,number,tier,state,circulatedAt,silenceEnds,endedAt,asked,answered,missing,")
          .contains(round.id() + "," + PROGRAMME + ",", "," + state.code() + ",");
      assertThat(file.contains(RESERVATION))
          .as("%s, %s", account, state)
          .isEqualTo(groups.contains(Delegations.groupOf("FR")));
      // Who has not answered is known to those who see all positions.
      assertThat(file.matches("(?s).*,\\d+,\\d+,[A-Z]{2}; [A-Z]{2}.*"))
          .as("%s, %s", account, state)
          .isEqualTo(
              groups.stream()
                  .anyMatch(
                      List.of(Groups.SECRETARIAT, Groups.MANAGERS, Groups.ADMINISTRATORS)
                          ::contains));
    }
  }

  @Test
  void aRoundThatIsNotThereIsSaidNotToBe() {
    HttpResponse<String> page = visitor("secretary").open("/rounds/999999");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no round 999999");
    assertThat(visitor("secretary").open("/rounds/999999/receipts/FR/1").statusCode())
        .isEqualTo(404);
    assertThat(visitor("secretary").open("/rounds/999999/status").statusCode()).isEqualTo(404);
  }

  @Test
  void aListOfMoreRoundsThanAPageHoldsIsTurned() {
    for (int more = 1; more <= policy.pageSize(); more++) {
      circulations.prepare("MORE-" + more);
      circulations.circulate("MORE-" + more, deadline);
    }

    Document first = Jsoup.parse(visitor("secretary").open("/council").body());
    Document second = Jsoup.parse(visitor("secretary").open("/council?open=1").body());

    assertThat(first.select("nav.pages").text()).isEqualTo("Page 1 of 2 Next page");
    assertThat(first.select("nav.pages a").attr("href")).isEqualTo("/council?open=1#open");
    assertThat(first.select("article.round")).hasSize(policy.pageSize());
    assertThat(second.select("nav.pages").text()).isEqualTo("Page before Page 2 of 2");
    assertThat(second.select("nav.pages a").attr("href")).isEqualTo("/council?open=0#open");
    assertThat(second.select("article.round")).hasSize(1);
  }

  @Test
  void aReceiptIsThatOfItsRound() {
    circulations.prepare("OTHER-2026");
    circulations.circulate("OTHER-2026", deadline);
    long other = council.openRound("OTHER-2026").orElseThrow().id();

    assertThat(visitor("delegate-fr").open("/rounds/%s/receipts/FR/1".formatted(other)).body())
        .contains("There is no receipt FR/1 of round " + other);
  }

  @Test
  void aReceiptSaysWhatWasRecordedByWhomAndUntilWhenItMayBeRevised() {
    String receipt = receipt("FR", 1);

    assertThat(receipt)
        .contains("Receipt ROUND-2026/1/FR/1", "reservation", RESERVATION, "France", PROGRAMME)
        .containsPattern("\\w+day \\d+ \\w+ 20\\d\\d, \\d\\d:\\d\\d:\\d\\d \\(UTC\\)")
        .doesNotContain("(Z)");
    assertThat(read(receipt)).contains("It counts, and may be revised until " + round().deadline());

    state("FR", Map.of("position", "no-objection"));
    assertThat(receipt("FR", 1))
        .contains("It no longer counts: receipt ROUND-2026/1/FR/2 has taken its place");
    state("TR", objection());
    assertThat(receipt("FR", 2))
        .contains("It counts, and can no longer be revised.", "broken by an objection");
    assertThat(receipt("TR", 1)).contains("It cannot be revised");
  }

  /** A number over the answers of all Allies would tell how many have answered before and since. */
  @Test
  void noNumberOnAPageOrReceiptTellsHowManyOthersHaveAnswered() {
    String before = ownAnswers();
    state("DE", Map.of("position", "no-objection"));
    state("IT", Map.of("position", "no-objection"));
    state("FR", Map.of("position", "no-objection"));

    assertThat(before).contains("ROUND-2026/1/FR/1", "/receipts/FR/1");
    assertThat(ownAnswers())
        .contains("ROUND-2026/1/FR/2", "/receipts/FR/2")
        .doesNotContain("receipts/" + positionOf("FR").id());
    assertThat(receipt("FR", 2)).contains("Receipt ROUND-2026/1/FR/2");
  }

  private String ownAnswers() {
    return Jsoup.parse(visitor("delegate-fr").open("/rounds/" + round().id()).body())
        .select("[aria-labelledby=own]")
        .outerHtml();
  }

  @Test
  void aRoundThatHasEndedSaysWhenSilenceWasToEndAndNoLongerThatItDoes() {
    Document open = Jsoup.parse(visitor("press").open("/rounds/" + round().id()).body());
    assertThat(open.select("dl.facts dt").eachText()).contains("Silence ends");
    assertThat(open.select("#own-time, time.until")).hasSize(2);

    state("TR", objection());

    Document ended = Jsoup.parse(visitor("press").open("/rounds/" + round().id()).body());
    assertThat(ended.select("dl.facts dt").eachText())
        .contains("Silence was to end", "Ended")
        .doesNotContain("Silence ends");
    assertThat(ended.select("#own-time, time.until")).isEmpty();
    assertThat(visitor("press").open("/council").body()).doesNotContain("Silence until");
  }

  /** The mark of a page tells a change, and must not tell that others have answered. */
  @Test
  void anOpenPageLearnsOfNoPositionThatItsReaderMayNotSee() {
    String ofGermany = mark("delegate-de");
    String ofFrance = mark("delegate-fr");
    String ofTheSecretariat = mark("secretary");

    state("FR", Map.of("position", "no-objection"));

    assertThat(mark("delegate-de")).isEqualTo(ofGermany);
    assertThat(mark("analyst")).isEqualTo(ofGermany);
    assertThat(mark("delegate-fr")).isNotEqualTo(ofFrance);
    assertThat(mark("secretary")).isNotEqualTo(ofTheSecretariat);

    state("TR", objection());
    assertThat(mark("delegate-de")).isNotEqualTo(ofGermany);
  }

  @Test
  void aProposalWithdrawnInConsultationIsSaidToBeAndWhatFollowsIsOffered() {
    bringTo(RoundState.WITHDRAWN_IN_CONSULTATION);
    String list = visitor("secretary").open("/council").body();

    assertThat(list).contains("withdrawn in consultation", "1 proposal not settled");
    assertThat(list).doesNotContain("silence broken");
    assertThat(visitor("secretary").open("/rounds/" + round().id()).body())
        .contains("The secretariat chooses what follows", "/tasks/", "Choose fall-back");
  }

  /**
   * Silence is assent only where it has ended so. Of what is over, the list shows no answer at all.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADOPTED", "FOLLOWED", "TAKEN_OFF"})
  void aRoundThatWasNotAdoptedShowsNoSilenceAsAssent(RoundState state) {
    bringTo(state);
    Round round = round();

    String answer =
        Jsoup.parse(visitor("delegate-it").open("/council").body())
            .select("#round-%s dt:contains(Your answer for Italy) + dd".formatted(round.id()))
            .text();

    assertThat(answer)
        .as(state.code())
        .contains(
            switch (round.status()) {
              case OPEN -> "none yet: silence is assent";
              case BROKEN -> "none given; an objection broke the silence";
              case WITHDRAWN -> "none given; the proposal was withdrawn";
              case ADOPTED -> throw new IllegalStateException(state.code());
            });
  }

  @Test
  void aConsultationThatIsOpenStandsAmongWhatIsNotSettled() {
    bringTo(RoundState.IN_CONSULTATION);

    for (String account : List.of("secretary", "delegate-de", "analyst")) {
      assertThat(visitor(account).open("/council").body())
          .as(account)
          .contains("1 proposal not settled", "in consultation");
    }
  }

  @Test
  void whatWaitsForOnesOwnAnswerComesFirst() {
    circulations.prepare("LATER-2026");
    circulations.circulate("LATER-2026", deadline.plusDays(1));

    assertThat(visitor("delegate-fr").open("/council").body())
        .containsSubsequence("LATER-2026", PROGRAMME);
    assertThat(visitor("delegate-de").open("/council").body())
        .containsSubsequence(PROGRAMME, "LATER-2026");
  }

  @Test
  void whatChangedSinceTheLastRoundIsToldPartByPart() {
    bringTo(RoundState.IN_CONSULTATION);
    consult("amend");
    circulations.submit(
        circulations.only(PROGRAMME, "userTask_amendPackage"),
        Map.of(
            "securityAssurances", "Consultation in a crisis\nAir policing",
            "economicCooperation", "Energy security dialogue",
            "jointTraining", "Officer exchange",
            "milestones",
                "Interoperability of declared units | OCC stage | NEL2 | 2028-06-30 | interoperability",
            "justification",
                "It adds a capable neighbour to the alliance's exercises at little cost.",
            "whatChanged", "A year more."));
    circulations.circulate(PROGRAMME, deadline.plusDays(1));
    Round second = council.newestRound(PROGRAMME).orElseThrow();

    assertThat(visitor("delegate-de").open("/rounds/" + second.id()).body())
        .contains("A year more.", "<ins>Air policing</ins>")
        .contains("<del>Interoperability of declared units: OCC stage, NEL2 by 30 Jun 2027")
        .contains("<ins>Interoperability of declared units: OCC stage, NEL2 by 30 Jun 2028")
        .doesNotContain("<ins>Officer exchange", "<del>Officer exchange")
        .contains("before: round 1");
    assertThat(visitor("delegate-de").open("/rounds/" + round().id()).body())
        .contains("after: round 2");
  }

  /** Each position has an author of its own, whose name is shown. */
  @Test
  void aPageAsksTheDatabaseAsOftenForManyPositionsAndRoundsAsForOne() {
    Visitor secretary = visitor("secretary");
    String page = "/rounds/" + round().id();
    secretary.open(page);
    secretary.open("/council");
    int one = statements(() -> secretary.open(page));
    int oneInTheList = statements(() -> secretary.open("/council"));

    for (String ally : List.of("DE", "TR", "GB", "US", "IT", "ES", "PL", "NL", "BE", "CZ")) {
      office.inTheNameOf(
          "delegate-" + ally.toLowerCase(Locale.ROOT),
          () -> {
            state(ally, Map.of("position", "no-objection"));
            return ally;
          });
    }
    for (String further : List.of("MANY-2026", "MORE-2026", "MOST-2026")) {
      circulations.prepare(further);
      circulations.circulate(further, deadline);
    }

    assertThat(one).isPositive();
    assertThat(statements(() -> secretary.open(page))).isEqualTo(one);
    assertThat(statements(() -> secretary.open("/council"))).isEqualTo(oneInTheList);
    assertThat(secretary.open(page).body()).contains("Delegate of Czechia", "11 of 32 Allies");
  }

  /**
   * How often a request asks the office's own tables; without those on the reader's account, which
   * are asked anew after some seconds, and without what the office does by itself meanwhile.
   */
  private static int statements(Runnable request) {
    return (int)
        AskedOfTheDatabase.by(request).stream()
            .filter(
                line ->
                    Stream.of("act_id_user", "act_id_group", "from absence", "from account_left")
                        .noneMatch(line::contains))
            .count();
  }

  /** As it is read, whatever keeps a word of it on one line. */
  private static String read(String page) {
    return Jsoup.parse(page).text();
  }

  private String receipt(String ally, int answer) {
    return visitor("delegate-" + ally.toLowerCase(Locale.ROOT))
        .open("/rounds/%s/receipts/%s/%s".formatted(round().id(), ally, answer))
        .body();
  }

  private String mark(String account) {
    return visitor(account).json("/rounds/" + round().id() + "/status").path("mark").asText();
  }

  /** The round on whose page these tests look. */
  private Round round() {
    return council.rounds(PROGRAMME).get(at);
  }

  private Position positionOf(String ally) {
    return council.tally(round()).of(ally).orElseThrow();
  }

  private void bringTo(RoundState state) {
    switch (state) {
      case UNDER_SILENCE -> {}
      case STANDING_STILL -> programmes.suspend(PROGRAMME, "The committee said so.");
      case BEING_TALLIED -> office.setClock(deadline.toInstant());
      case ADOPTED -> {
        office.setClock(deadline.toInstant());
        office.runDueJobs();
      }
      case WITHDRAWN ->
          circulations.submit(
              circulations.only(PROGRAMME, "userTask_followRound"),
              Map.of("followUp", "withdraw", "withdrawalReason", "Not now."));
      case TAKEN_OFF -> programmes.close(PROGRAMME, Outcome.WITHDRAWN, "It withdrew.");
      default -> bringBeyondTheObjection(state);
    }
  }

  private void bringBeyondTheObjection(RoundState state) {
    state("TR", objection());
    switch (state) {
      case IN_CONSULTATION -> {}
      case ON_HOLD -> consult("hold");
      case BEING_AMENDED -> consult("amend");
      case WITHDRAWN_IN_CONSULTATION -> consult("withdraw");
      case COMES_BACK -> consult("retable");
      case FOLLOWED -> {
        consult("retable");
        circulations.circulate(PROGRAMME, deadline);
      }
      case LAST_BROKEN -> breakTwoMore();
      default -> throw new IllegalArgumentException(state.code());
    }
  }

  private void breakTwoMore() {
    for (int more = 0; more < 2; more++) {
      consult("retable");
      circulations.circulate(PROGRAMME, deadline);
      state("FR", Map.of("position", "reservation", "reservation", RESERVATION));
      state("TR", objection());
    }
    at = 2;
  }

  private static Map<String, Object> objection() {
    return Map.of(
        "position", "objection", "objectionReason", OBJECTION, "objectionConfirmed", true);
  }

  private void consult(String course) {
    circulations.submit(
        circulations.only(PROGRAMME, "userTask_consultObjectors"),
        Map.of("consultationCourse", course, "consultationAccount", "They talked."));
  }

  private void state(String ally, Map<String, Object> position) {
    circulations.submit(circulations.positionTask(PROGRAMME, Delegations.groupOf(ally)), position);
  }

  /** One of each group of staff, and of some delegations. */
  private List<String> accounts() {
    return Stream.concat(
            Arrays.stream(Groups.class.getFields())
                .map(RoundsOverHttpTest::value)
                .map(
                    group ->
                        identities
                            .createUserQuery()
                            .memberOfGroup(group)
                            .listPage(0, 1)
                            .get(0)
                            .getId()),
            Stream.of("delegate-fr", "delegate-tr", "delegate-de"))
        .toList();
  }

  private List<String> groupsOf(String account) {
    return identities.createGroupQuery().groupMember(account).list().stream()
        .map(org.camunda.bpm.engine.identity.Group::getId)
        .toList();
  }

  private Visitor visitor(String account) {
    return LOGGED_IN.computeIfAbsent(account + port, any -> Visitor.person(port, account));
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
