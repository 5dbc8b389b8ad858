package app.chancery.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.watching.Figure;
import app.chancery.programme.Programmes;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told by mail, when, and what becomes of the mails. */
@WebOfficeTest
class MailsTest {

  private static final String FRANCE = "delegate-fr@chancery.example";

  /** A Friday in the middle of the day. */
  private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");

  @LocalServerPort int port;
  @Autowired Outbox outbox;
  @Autowired Letters letters;
  @Autowired MailPolicy policy;
  @Autowired MailRounds rounds;
  @Autowired Notices notices;
  @Autowired Programmes programmes;
  @Autowired IdentityService identities;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private final MailServer server = new MailServer();
  private final List<String> accounts = new ArrayList<>();
  private String programme;
  private Instant now = NOON;

  @BeforeEach
  void openAProgramme() {
    passes(Duration.ZERO);
    programme = programmes.register(SampleDossiers.ruritania());
    // That one was opened is for the digest.
    db.sql("update inbox_item set read_at = told_at").update();
  }

  @AfterEach
  void leave() {
    server.close();
    accounts.forEach(identities::deleteUser);
    ClockUtil.reset();
  }

  @Test
  void whatIsUrgentGoesAtOnceAsTextAndHtmlWithOneLinkAndNothingOfWhatWasSaid() throws Exception {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");

    send();

    MimeMessage mail = only();
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(FRANCE);
    assertThat(mail.getSubject()).isEqualTo("Silence broken: Ruritania (XR-2026), round 1");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID())
        .isEqualTo(db.sql("select message_id from mail").query(String.class).single());
    String raw = raw(mail);
    assertThat(raw)
        .contains("multipart/alternative", "text/plain", "text/html")
        .doesNotContain("marker-of-an-interview");
    long item =
        db.sql("select id from inbox_item where way = 'at-once'").query(Long.class).single();
    assertThat(raw.split("/inbox/" + item, -1)).as("in the text and in the HTML").hasSize(3);
    Visitor france = Visitor.person(port, "delegate-fr");
    assertThat(Visitor.location(france.open("/inbox/" + item)))
        .isEqualTo("/programmes/" + programme);
  }

  @Test
  void whatIsRolledBackIsInNoMail() {
    transaction.executeWithoutResult(
        begun -> {
          tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
          begun.setRollbackOnly();
        });

    send();

    assertThat(server.received()).isEmpty();
    assertThat(outbox.counts()).isEmpty();
  }

  @Test
  void aDeadServerDelaysMailsLongerEachTimeAndLosesNone() throws IOException {
    int dead;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = closed.getLocalPort();
    }
    Sending toNobody = sending(MailServer.senderTo(dead));
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr", "delegation-de");

    toNobody.sendWhatIsDue();
    assertThat(waiting())
        .as("one was tried, and the other needs not be")
        .extracting(Mail::tries, this::until)
        .containsExactlyInAnyOrder(tuple(1, policy.firstWait()), tuple(0, Duration.ZERO));
    assertThat(waiting()).extracting(Mail::failure).anyMatch(why -> why != null && !why.isBlank());
    assertThat(page("admin", "/mails").text()).contains("waiting (2)");

    passes(policy.firstWait());
    toNobody.sendWhatIsDue();
    toNobody.sendWhatIsDue();
    passes(policy.firstWait().multipliedBy(2));
    send();

    assertThat(server.received()).hasSize(2);
    assertThat(outbox.counts()).containsExactly(Map.entry(MailState.SENT, 2L));
  }

  @Test
  void whatWaitedTooLongIsGivenUpAndAnAdministratorTriesItAgain() {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
    passes(policy.givenUpAfter().plusSeconds(1));
    send();
    assertThat(server.received()).isEmpty();

    var failed = page("admin", "/mails?state=failed");
    assertThat(failed.select("td.text").text()).contains("waited too long");
    String again = failed.select("form[action$=try-again]").attr("action");
    assertThat(Visitor.person(port, "manager").postForm(again, Map.of()).statusCode())
        .isEqualTo(403);
    Visitor admin = Visitor.person(port, "admin");
    assertThat(admin.postForm(again, Map.of()).statusCode()).isEqualTo(303);
    assertThat(admin.postForm(again, Map.of()).statusCode()).as("twice").isEqualTo(409);

    send();

    assertThat(server.received()).hasSize(1);
    assertThat(page("admin", "/mails?state=sent").select("td.first").text())
        .isEqualTo("Silence broken: Ruritania (XR-2026), round 1");
  }

  @Test
  void aRecipientWhomTheServerRefusesIsAFailureAndHoldsUpNobodyElse() throws Exception {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
    try (ServerSocket refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answers = new Thread(() -> refuseRecipients(refusing));
      answers.start();
      sending(MailServer.senderTo(refusing.getLocalPort())).sendWhatIsDue();
      answers.join();
    }

    assertThat(outbox.of(MailState.FAILED, 10, 0))
        .singleElement()
        .satisfies(mail -> assertThat(mail.failure()).contains("550 No such mailbox"));
  }

  /** Killed behind the sending and before that was noted: unavoidable, and known by its id. */
  @Test
  void whatWasSentByANodeThatDiedIsSentAgainWithTheSameMessageId() {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
    Mail taken = outbox.take().get(0);
    send();
    assertThat(server.received()).as("another node has it").isEmpty();

    passes(policy.takenFor());
    send();

    assertThat(server.messageIds()).containsExactly(taken.messageId());
  }

  @Test
  void twoNodesNeverTakeTheSameMail() {
    for (int each = 0; each < 30; each++) {
      tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
    }

    List<Long> first = outbox.take().stream().map(Mail::id).toList();
    List<Long> second = outbox.take().stream().map(Mail::id).toList();

    assertThat(first).hasSize(policy.atOnce());
    assertThat(second).hasSize(30 - policy.atOnce()).doesNotContainAnyElementsOf(first);
    assertThat(new HashSet<>(first)).hasSameSizeAs(first);
  }

  /** While each mail takes nearly as long as mails are a node's own, another one looks for some. */
  @Test
  void aSlowServerIsGivenNoMailByTwoNodes() {
    for (int each = 0; each < 4; each++) {
      tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
    }
    Sending other = sending(MailServer.senderTo(server.port()));
    JavaMailSenderImpl slow =
        new JavaMailSenderImpl() {
          @Override
          public void send(MimeMessage mail) {
            passes(policy.takenFor().minusSeconds(1));
            other.sendWhatIsDue();
            super.send(mail);
          }
        };
    slow.setHost("127.0.0.1");
    slow.setPort(server.port());

    sending(slow).sendWhatIsDue();

    assertThat(server.messageIds()).hasSize(4).doesNotHaveDuplicates();
    assertThat(outbox.counts()).containsExactly(Map.entry(MailState.SENT, 4L));
  }

  @Test
  void whatANodeKnowsOfAMailThatAnotherOneHasByNowChangesNothing() {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");
    Mail lost = outbox.take().get(0);
    passes(policy.takenFor());
    Mail taken = outbox.take().get(0);

    outbox.delayed(lost, "of before");
    outbox.failed(lost, "of before");
    outbox.putBack(lost);

    assertThat(outbox.keep(lost)).isFalse();
    assertThat(outbox.keep(taken)).isTrue();
    assertThat(waiting())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.tries()).isEqualTo(2);
              assertThat(mail.failure()).isNull();
              assertThat(until(mail)).isEqualTo(policy.takenFor());
            });
    outbox.sent(lost);
    assertThat(outbox.keep(taken)).as("it was sent").isFalse();
  }

  @Test
  void withoutAServerMailsAreGivenUpAndForgottenInTheirTimeAndAreNoFigure() {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");

    passes(policy.givenUpAfter());
    rounds.goRound();
    assertThat(waiting()).hasSize(1);
    passes(Duration.ofSeconds(1));
    rounds.goRound();

    assertThat(page("admin", "/mails?state=failed").select("td.text").text())
        .contains("waited too long");
    passes(policy.keptFor());
    rounds.goRound();
    assertThat(outbox.counts()).isEmpty();
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    MailFigures figures = new MailFigures(beans.getBeanProvider(JavaMailSender.class));
    assertThat(figures.figures()).isEmpty();
  }

  @Test
  void withAServerItIsToldHowManyMailsWait() {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr", "delegation-de");
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("server", MailServer.senderTo(server.port()));

    assertThat(new MailFigures(beans.getBeanProvider(JavaMailSender.class)).figures())
        .extracting(
            Figure::name,
            figure -> db.sql(figure.statement()).query(BigDecimal.class).single().longValue())
        .containsExactly(
            tuple("chancery_mails_waiting", 2L),
            tuple("chancery_mails_failed", 0L),
            tuple("chancery_mails_oldest_waiting_timestamp_seconds", NOON.getEpochSecond()));
  }

  @Test
  void aLineBreakBeginsNoHeader() throws Exception {
    outbox.post(
        List.of(
            new Letter(
                "delegate-fr",
                "test",
                "Silence\r\nBcc: eve@evil.example",
                List.of("Silence\r\nbroken <b>"),
                "/inbox")));

    send();

    MimeMessage mail = only();
    assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(FRANCE);
    assertThat(mail.getSubject()).isEqualTo("Silence Bcc: eve@evil.example");
    assertThat(raw(mail)).contains("Silence broken &lt;b&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b.example\r\nBcc: eve@evil.example",
        "a@b.example, eve@evil.example",
        "Eve <eve@evil.example>",
        "a b@c.example"
      })
  void anAddressThatIsNoneGetsNoMailAndTheAdministratorIsTold(String address) {
    User user = identities.newUser("bruno");
    user.setPassword("seven grey herons");
    identities.saveUser(user);
    accounts.add("bruno");
    // By whichever way it came there: none of our doors takes it.
    db.sql("update act_id_user set email_ = ? where id_ = 'bruno'").param(address).update();
    notices.tellPersons(message(NoticeKind.TASK_HANDED_OVER), List.of("bruno"));

    send();

    assertThat(server.received()).isEmpty();
    assertThat(page("admin", "/mails?state=failed").select("td.text").text())
        .contains("mail address");
  }

  /** It is the same time on the clock of the alliance, which was put forward or back meanwhile. */
  @ParameterizedTest
  @CsvSource({
    "2028-03-24T12:00:00Z, 2028-03-27T05:29:59Z, 2028-03-27T05:30:00Z",
    "2028-10-27T12:00:00Z, 2028-10-30T06:29:59Z, 2028-10-30T06:30:00Z"
  })
  void theMorningAfterTheClocksWereChangedIsThatOfTheAlliance(
      String told, String early, String morning) {
    at(told);
    tell(NoticeKind.BASELINE_PROPOSED, "delegation-fr");
    for (String weekend : List.of(told.replace("T12", "T23"), early)) {
      at(weekend);
      rounds.goRound();
      send();
      assertThat(server.received()).as(weekend).isEmpty();
    }

    at(morning);
    rounds.goRound();
    send();

    assertThat(server.received()).hasSize(1);
  }

  @Test
  void theRestIsOneMailInTheMorningOfAWorkingDay() throws Exception {
    tell(NoticeKind.BASELINE_PROPOSED, "delegation-fr");
    tell(NoticeKind.BRIEF_PROPOSED, "delegation-fr");
    tell(NoticeKind.BRIEF_PROPOSED, "delegation-de");
    notices.tellInConfidence(message(NoticeKind.BRIEF_APPROVED), List.of("analysts"));
    Visitor germany = Visitor.person(port, "delegate-de");
    germany.open(page("delegate-de", "/inbox?unread=true").select("td.first a").attr("href"));
    identities.deleteMembership("analyst", "analysts");
    try {
      for (String early : List.of("2026-11-28T09:00:00Z", "2026-11-30T06:29:59Z")) {
        at(early);
        rounds.goRound();
        send();
        assertThat(server.received()).as(early).isEmpty();
      }
      at("2026-11-30T06:30:00Z");
      rounds.goRound();
      rounds.goRound();
      send();
    } finally {
      identities.createMembership("analyst", "analysts");
    }

    MimeMessage mail = only();
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(FRANCE);
    assertThat(mail.getSubject()).isEqualTo("2 notices wait for you");
    assertThat(raw(mail))
        .contains("- Readiness baseline proposed: Ruritania (XR-2026)")
        .contains("- Media brief proposed: Ruritania (XR-2026)")
        .contains("/inbox?unread")
        .doesNotContain("marker-of-an-interview");
    at("2026-12-01T06:30:00Z");
    rounds.goRound();
    send();
    assertThat(server.received()).as("nothing is told twice").hasSize(1);
  }

  @Test
  void aClockThatIsPutBackTellsNothingTwiceAndKeepsNothingWaiting() {
    tell(NoticeKind.BRIEF_PROPOSED, "delegation-fr");
    at("2026-11-30T06:30:00Z");
    rounds.goRound();
    send();
    tell(NoticeKind.SILENCE_BROKEN, "delegation-de");

    for (String again : List.of("2026-11-30T05:30:00Z", "2026-11-30T06:30:00Z")) {
      at(again);
      rounds.goRound();
      send();
    }

    assertThat(server.received()).as("one digest and one mail at once").hasSize(2);
    assertThat(outbox.counts()).containsExactly(Map.entry(MailState.SENT, 2L));
  }

  @Test
  void eachPersonChoosesByKindButNotSilenceWhereNobodyMay() {
    Visitor france = Visitor.person(port, "delegate-fr");
    assertThat(
            france
                .postForm(
                    "/inbox/choices",
                    Map.of("silence-broken", "none", "baseline-proposed", "at-once"))
                .statusCode())
        .isEqualTo(303);
    assertThat(chosen(france, "silence-broken")).isEqualTo("none");
    assertThat(chosen(france, "baseline-proposed")).isEqualTo("at-once");
    assertThat(chosen(france, "silence-ends-soon")).isEqualTo("at-once");

    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr", "delegation-de");
    tell(NoticeKind.BASELINE_PROPOSED, "delegation-fr", "delegation-de");

    assertThat(waiting())
        .extracting(Mail::account, mail -> mail.subject().replaceAll(":.*", ""))
        .containsExactlyInAnyOrder(
            tuple("delegate-fr", "Readiness baseline proposed"),
            tuple("delegate-de", "Silence broken"));
    for (String wrong : List.of("silence-ends-soon=none", "silence-broken=sometimes")) {
      var refused = france.postForm("/inbox/choices", wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(chosen(france, "silence-broken")).isEqualTo("none");
  }

  /** Whatever was chosen when more was offered: silence may be over before the digest. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "PROPOSAL_CIRCULATED",
        "NEWCOMERS_ASKED",
        "SILENCE_EXTENDED",
        "POSITIONS_MISSING",
        "SILENCE_ENDS_SOON"
      })
  void whatHasADeadlineBeforeTheNextDigestIsAlwaysMailedAtOnce(NoticeKind kind) {
    Visitor france = Visitor.person(port, "delegate-fr");
    Document page = Jsoup.parse(france.open("/inbox/choices").body());
    assertThat(page.select("select[name=" + kind.code() + "] option").eachAttr("value"))
        .containsExactly("at-once");
    for (String other : List.of("digest", "none")) {
      HttpResponse<String> answer = france.postForm("/inbox/choices", kind.code() + "=" + other);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("may be over before the mail of the morning");
    }
    db.sql("insert into mail_choice (account, kind, way) values ('delegate-fr', ?, 'digest')")
        .param(kind.code())
        .update();

    notices.tell(
        Message.of(
            kind,
            programme,
            "programme",
            NoticePlace.programme(),
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7"),
        List.of("delegation-fr"));

    assertThat(waiting()).extracting(Mail::account).containsExactly("delegate-fr");
  }

  @Test
  void mailsAreListedForAdministratorsAloneAlsoWithoutAServer() {
    tell(NoticeKind.SILENCE_BROKEN, "delegation-fr");

    assertThat(page("admin", "/mails").text())
        .contains("No mail server is set", "waiting (1)", "Silence broken: Ruritania (XR-2026)")
        .doesNotContain("marker-of-an-interview");
    assertThat(Visitor.person(port, "manager").open("/mails").statusCode()).isEqualTo(403);
    assertThat(Visitor.person(port, "admin").open("/mails?state=lost").statusCode()).isEqualTo(400);
    String link = page("admin", "/mails?state=waiting").select("p.files a").first().attr("href");
    assertThat(link).isEqualTo("/mails?state=waiting&format=csv");
    assertThat(Visitor.person(port, "admin").open(link).body())
        .startsWith("subject,account,state,writtenAt,dueAt,sentAt,tries,failure\r\n")
        .containsPattern("delegate-fr,waiting,[0-9T:.-]+Z,[0-9T:.-]+Z,,0,");
    assertThat(Visitor.person(port, "manager").open(link).statusCode()).isEqualTo(403);
  }

  private void tell(NoticeKind kind, String... groups) {
    notices.tell(message(kind), List.of(groups));
  }

  private Message message(NoticeKind kind) {
    return Message.of(
        kind,
        programme,
        "programme",
        NoticePlace.programme(),
        "1",
        "marker-of-an-interview",
        "marker-of-an-interview");
  }

  private void send() {
    sending(MailServer.senderTo(server.port())).sendWhatIsDue();
  }

  private Sending sending(JavaMailSender to) {
    return new Sending(outbox, letters, policy, to);
  }

  private List<Mail> waiting() {
    return outbox.of(MailState.WAITING, 100, 0);
  }

  private Duration until(Mail mail) {
    return Duration.between(now, mail.dueAt().toInstant());
  }

  private MimeMessage only() {
    assertThat(server.received()).hasSize(1);
    return server.received().get(0);
  }

  private static String raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    return raw.toString(StandardCharsets.UTF_8);
  }

  private void passes(Duration time) {
    now = now.plus(time);
    ClockUtil.setCurrentTime(Date.from(now));
  }

  private void at(String moment) {
    now = Instant.parse(moment);
    ClockUtil.setCurrentTime(Date.from(now));
  }

  private org.jsoup.nodes.Document page(String account, String address) {
    var answer = Visitor.person(port, account).open(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String chosen(Visitor person, String kind) {
    return Jsoup.parse(person.open("/inbox/choices").body())
        .select("select[name=" + kind + "] option[selected]")
        .attr("value");
  }

  /** Speaks SMTP with one caller and has none of the mailboxes. */
  private static void refuseRecipients(ServerSocket server) {
    try (Socket caller = server.accept();
        BufferedReader heard =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
      say(caller, "220 test");
      for (String line = heard.readLine(); line != null; line = heard.readLine()) {
        say(caller, line.startsWith("RCPT") ? "550 No such mailbox" : "250 OK");
        if (line.startsWith("QUIT")) {
          return;
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
