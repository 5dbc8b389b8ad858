package app.chancery.desk.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.WorkList;
import app.chancery.consensus.Circulations;
import app.chancery.desk.programmefile.ProgrammeFile;
import app.chancery.platform.files.SampleFiles;
import app.chancery.platform.files.Sha256;
import app.chancery.programme.Opening;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that hang on a programme and on a task. */
@WebOfficeTest
class FilesOverHttpTest {

  private static final String PROGRAMME = "/programmes/XR-2026";

  private static final String BANDWIDTH = "userTask_assessPoliticalBandwidth";

  private static final String LONG_NAME = "წერილი".repeat(33).substring(0, 196) + ".pdf";

  @LocalServerPort private int port;
  @Autowired private Opening opening;
  @Autowired private WorkList work;
  @Autowired private JdbcClient db;
  @Autowired private Clock clock;
  @Autowired private RuntimeService processes;
  @Autowired private ProgrammeFile programmeFile;
  @Autowired private ApplicationContext application;

  private Visitor analyst;

  @BeforeEach
  void open() {
    opening.open(SampleDossiers.ruritania());
    analyst = person("analyst");
  }

  @ParameterizedTest
  @ValueSource(strings = {"planner", "manager", "delegate-fr"})
  void aFileOnAProgrammeIsFetchedByEverybodyWhoOpensItsPage(String account) {
    HttpResponse<String> answer = add(analyst, PROGRAMME, LONG_NAME, SampleFiles.pdf());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    Visitor reader = person(account);
    Document page = page(reader.open(PROGRAMME));
    assertThat(names(page)).containsExactly(LONG_NAME);
    assertThat(page.select("#files ~ table code").text()).isEqualTo(Sha256.of(SampleFiles.pdf()));
    assertThat(page.select("#files ~ table").text()).contains("Ada Lindqvist, analyst");

    HttpResponse<byte[]> file = reader.file(page.select("#files ~ table td a").attr("href"));
    assertThat(file.body()).isEqualTo(SampleFiles.pdf());
    assertThat(header(file, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(file, "Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename=\"___")
        .contains("filename*=UTF-8''%E1%83%AC%E1%83%94%E1%83%A0")
        .doesNotContain("=?UTF-8?");
    assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(file.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ok.pdf | attachment; filename=\"ok.pdf\"",
        "ok 100%.pdf | attachment; filename=\"ok 100%.pdf\"",
        "Müller.pdf | attachment; filename=\"M_ller.pdf\"; filename*=UTF-8''M%C3%BCller.pdf"
      })
  void aFileIsFetchedByItsPlainNameAndByItsFullOne(String name, String disposition) {
    add(analyst, PROGRAMME, name, SampleFiles.pdf());

    String address =
        page(analyst.open(PROGRAMME)).select("#files ~ table td a").first().attr("href");

    assertThat(header(analyst.file(address), "Content-Disposition")).isEqualTo(disposition);
  }

  @Test
  void onlyPicturesAndPdfsAreShownInTheBrowser() {
    SampleFiles.all()
        .forEach((ending, content) -> add(analyst, PROGRAMME, "sample." + ending, content));

    for (var row : page(analyst.open(PROGRAMME)).select("#files ~ table tbody tr")) {
      String name = row.select("bdi").text();
      boolean shown = name.matches(".*\\.(pdf|png|jpe?g|gif|webp)");
      String address = row.select("td a").first().attr("href") + "/shown";
      HttpResponse<byte[]> file = analyst.file(address);
      assertThat(file.statusCode()).as(name).isEqualTo(shown ? 200 : 404);
      assertThat(row.select("a[target=_blank]")).as(name).hasSize(shown ? 1 : 0);
      if (shown) {
        assertThat(header(file, "Content-Disposition")).as(name).startsWith("inline;");
        assertThat(header(file, "Content-Security-Policy")).startsWith("default-src 'none';");
      }
    }
    assertThat(stored()).isEqualTo(SampleFiles.all().size());
  }

  /** What is an archive is looked at on the disk of the node. */
  @Test
  void aFileThatThereIsNoRoomToLookAtIsNotKeptAndIsTakenWithRoomAgain() {
    String place = System.getProperty("java.io.tmpdir");
    byte[] letter = SampleFiles.all().get("docx");
    try {
      System.setProperty("java.io.tmpdir", place + "/that-is-not-there");
      HttpResponse<String> answer = add(analyst, PROGRAMME, "letter.docx", letter);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .contains("<title>Not kept", "a disk is full. Nothing of what you sent was kept")
          .doesNotContain("Exception");
    } finally {
      System.setProperty("java.io.tmpdir", place);
    }
    assertThat(stored()).isZero();

    assertThat(add(analyst, PROGRAMME, "letter.docx", letter).statusCode()).isEqualTo(302);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aPdfThatRunsSomethingIsNotOfferedToBeShown() {
    add(analyst, PROGRAMME, "brief.pdf", SampleFiles.pdfWithScript());

    var row = page(analyst.open(PROGRAMME)).select("#files ~ table tbody tr").first();

    assertThat(row.select("a[target=_blank]")).isEmpty();
    assertThat(
            header(
                analyst.file(row.select("td a").first().attr("href") + "/shown"),
                "Content-Disposition"))
        .startsWith("attachment;");
  }

  @Test
  void aFileOnATaskIsThereForThoseWhoSeeTheTaskAlone() {
    String task = task();
    assertThat(add(analyst, task, "brief.pdf", SampleFiles.pdf()).statusCode()).isEqualTo(302);
    String file = file();

    assertThat(names(page(person("manager").open(task)))).containsExactly("brief.pdf");
    assertThat(person("manager").get(file).statusCode()).isEqualTo(200);
    for (String account : List.of("planner", "delegate-fr", "press")) {
      Visitor other = person(account);
      assertThat(other.get(file).statusCode()).isEqualTo(404);
      assertThat(other.get(file + "/shown").statusCode()).isEqualTo(404);
      assertThat(other.postForm(file + "/remove", Map.of()).statusCode()).isEqualTo(404);
      assertThat(add(other, task, "mine.pdf", SampleFiles.pdf()).statusCode()).isEqualTo(404);
      assertThat(names(page(other.open(PROGRAMME)))).isEmpty();
    }
    assertThat(Visitor.stranger(port).get(file).statusCode()).isEqualTo(401);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void rule11_noFileHangsOnAnInterview() {
    processes.startProcessInstanceByKey("map-stakeholder-interests", "XR-2026");
    work.complete(
        "userTask_identifyStakeholders", "analyst", Map.of("stakeholders", "Court | other"));
    String interview = "/tasks/" + work.task("userTask_interviewStakeholder").id();

    for (String account : List.of("analyst", "envoy", "admin")) {
      HttpResponse<String> answer =
          add(person(account), interview, "notes.txt", "weak".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(page(answer).select("[role=alert]").text()).contains("confidential");
    }
    assertThat(stored()).isZero();
  }

  @Test
  void aFileOf40MbIsRefusedWithASentenceAndTheConnectionHolds() {
    HttpResponse<String> answer = add(analyst, PROGRAMME, "large.pdf", new byte[40 << 20]);

    assertThat(answer.statusCode()).isEqualTo(303);
    HttpResponse<String> form = analyst.open(Visitor.location(answer));
    assertThat(form.statusCode()).isEqualTo(413);
    assertThat(page(form).getElementById("file-wrong").text())
        .isEqualTo("The file is too large: at most 10 MB are taken. Nothing was kept.");
    assertThat(page(form).getElementById("file-wrong").hasAttr("hidden")).isFalse();
    assertThat(page(form).select("form[enctype=multipart/form-data]").attr("action"))
        .isEqualTo(PROGRAMME + "/files");
    assertThat(names(page(analyst.open(PROGRAMME)))).isEmpty();
  }

  @Test
  void aFileThatIsALittleTooLargeIsRefusedWhereThePersonIs() {
    HttpResponse<String> answer = add(analyst, PROGRAMME, "large.pdf", new byte[11 << 20]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(page(answer).getElementById("file-wrong").text())
        .isEqualTo("large.pdf has 11 MB; at most 10 MB are taken. Nothing was kept.");
    assertThat(stored()).isZero();
  }

  @Test
  void whatIsNotTakenIsSaidAtTheField() {
    for (String place : List.of(PROGRAMME, task())) {
      refused(place, "brief.pdf", SampleFiles.all().get("png"), "is not what its name says");
      refused(place, "brief.exe", SampleFiles.pdf(), "is of no kind that is taken");
      refused(place, "brief.pdf", new byte[0], "brief.pdf is empty");
      refused(place, "", new byte[0], "Choose a file first");
      refused(place, "..", SampleFiles.pdf(), "no name that can be read");
      refused(place, "x".repeat(252) + ".pdf", SampleFiles.pdf(), "at most 255");
    }
    assertThat(stored()).isZero();
  }

  @Test
  void foldersAreNoPartOfANameAndWhatNobodySeesIsLeftOutAndSaid() {
    add(analyst, PROGRAMME, "../../etc/brief.pdf", SampleFiles.pdf());
    assertThat(page(analyst.open(PROGRAMME)).select("#talk [role=status]").text())
        .isEqualTo("brief.pdf is there.");
    HttpResponse<String> turned = add(analyst, PROGRAMME, "a\u202Efdp.pdf", SampleFiles.pdf());

    Document page = page(analyst.open(Visitor.location(turned).replace("#talk", "")));
    assertThat(page.select("#talk [role=status]").text())
        .isEqualTo("It is there as afdp.pdf: of its name was left out what nobody can see.");
    assertThat(names(page)).containsExactly("brief.pdf", "afdp.pdf");
  }

  @Test
  void whatIsSentTwiceIsThereOnce() {
    String receipt = page(analyst.open(PROGRAMME)).select("[name=receipt]").last().val();
    for (int time = 0; time < 2; time++) {
      assertThat(add(analyst, PROGRAMME, "brief.pdf", SampleFiles.pdf(), receipt).statusCode())
          .isEqualTo(302);
    }
    assertThat(stored()).isEqualTo(1);

    add(analyst, PROGRAMME, "other.txt", SampleFiles.all().get("txt"), receipt);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void whoHasAddedAFileTakesItBackAtFirstAndStrikesItOutLater() {
    add(analyst, PROGRAMME, "first.pdf", SampleFiles.pdf());
    analyst.postForm(file() + "/remove", Map.of());
    assertThat(stored()).isZero();

    add(analyst, PROGRAMME, "second.pdf", SampleFiles.pdf());
    String file = file();
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofMinutes(10))));
    for (String account : List.of("planner", "manager", "delegate-fr")) {
      assertThat(person(account).postForm(file + "/remove", Map.of()).statusCode()).isEqualTo(404);
    }
    assertThat(analyst.get(file).statusCode()).isEqualTo(200);

    analyst.postForm(file + "/remove", Map.of());
    Document page = page(analyst.open(PROGRAMME));
    assertThat(page.select("#files ~ table s").text()).isEqualTo("second.pdf");
    assertThat(page.select("#files ~ table").text())
        .contains("struck out by Ada Lindqvist, analyst; its content is gone")
        .contains(Sha256.of(SampleFiles.pdf()));
    assertThat(page.select("#files ~ table a, #files ~ table form")).isEmpty();
    assertThat(analyst.get(file).statusCode()).isEqualTo(404);
    assertThat(analyst.postForm(file + "/remove", Map.of()).statusCode()).isEqualTo(409);
    assertThat(db.sql("select count(*) from talk_file_content").query(Long.class).single())
        .isZero();
  }

  @Test
  void anAdministratorStrikesOutTheFileOfAnybodyAndItIsSaidWho() {
    add(analyst, PROGRAMME, "brief.pdf", SampleFiles.pdf());

    person("admin").postForm(file() + "/remove", Map.of());

    assertThat(page(analyst.open(PROGRAMME)).select("#files ~ table").text())
        .contains("struck out by Anna Keller, administrator");
    assertThat(analyst.get(file()).statusCode()).isEqualTo(404);
  }

  @Test
  void theFileOfADelegationIsFetchedByNobodyElseAndStruckOutUnread() {
    Circulations council = new Circulations(application);
    council.prepare("XS-2026");
    council.circulate(
        "XS-2026", OffsetDateTime.now(clock).plusDays(30).truncatedTo(ChronoUnit.HOURS));
    String task = "/tasks/" + council.positionTask("XS-2026", "delegation-fr");
    Visitor french = person("delegate-fr");
    assertThat(add(french, task, "paris.pdf", SampleFiles.pdf()).statusCode()).isEqualTo(302);
    String file = file();

    for (String account : List.of("manager", "admin", "secretary", "delegate-de")) {
      Visitor other = person(account);
      assertThat(other.get(file).statusCode()).as(account).isEqualTo(404);
      assertThat(other.get(file + "/shown").statusCode()).as(account).isEqualTo(404);
      assertThat(other.open(task).body()).doesNotContain("paris.pdf");
      assertThat(add(other, task, "mine.pdf", SampleFiles.pdf()).statusCode()).isBetween(400, 409);
      if (!account.equals("admin")) {
        assertThat(other.postForm(file + "/remove", Map.of()).statusCode()).isEqualTo(404);
      }
    }
    assertThat(french.get(file).statusCode()).isEqualTo(200);
    Visitor admin = person("admin");
    assertThat(admin.postForm(file + "/remove", Map.of()).statusCode()).isEqualTo(302);
    assertThat(admin.open(task).body()).doesNotContain("paris.pdf");
    assertThat(french.get(file).statusCode()).isEqualTo(404);
    assertThat(page(french.open(task)).select("#files ~ table").text())
        .contains("struck out by Anna Keller, administrator");
  }

  @Test
  void theFilesOfAProgrammeStandInItsFileAndThoseOfItsTasksDoNot() {
    add(analyst, PROGRAMME, "brief.pdf", SampleFiles.pdf());
    add(analyst, task(), "of-a-task.pdf", SampleFiles.pdf());

    assertThat(programmeFile.compile("XR-2026").toString())
        .contains("brief.pdf", Sha256.of(SampleFiles.pdf()), "Ada Lindqvist, analyst")
        .doesNotContain("of-a-task.pdf");
  }

  /** Only the pages that take files read such a form, and of nobody without a login. */
  @Test
  void aFormWithAFileIsReadNowhereElse() {
    for (String address : List.of(PROGRAMME + "/comments", task() + "/claim", "/work/claim")) {
      HttpResponse<String> answer = send(analyst, address, "brief.pdf", SampleFiles.pdf(), "r");
      // Without the token, which stands in the form.
      assertThat(answer.statusCode()).as(address).isIn(401, 403);
    }
    Visitor stranger = Visitor.stranger(port);
    stranger.get("/login");
    assertThat(add(stranger, PROGRAMME, "brief.pdf", SampleFiles.pdf()).statusCode())
        .isIn(401, 403);
    assertThat(stored()).isZero();
  }

  private void refused(String place, String name, byte[] content, String why) {
    HttpResponse<String> answer = add(analyst, place, name, content);

    assertThat(answer.statusCode()).as(why).isEqualTo(400);
    assertThat(page(answer).getElementById("file-wrong").text()).contains(why);
    assertThat(page(answer).getElementById("file").attr("aria-invalid")).isEqualTo("true");
  }

  private static HttpResponse<String> add(Visitor who, String place, String name, byte[] content) {
    return add(who, place, name, content, "");
  }

  private static HttpResponse<String> add(
      Visitor who, String place, String name, byte[] content, String receipt) {
    return send(who, place + "/files", name, content, receipt);
  }

  /** As browsers do. */
  private static HttpResponse<String> send(
      Visitor who, String address, String name, byte[] content, String receipt) {
    String boundary = "----between-the-parts";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, boundary, "_csrf", who.cookie("CHANCERY-CSRF").orElse(""));
    part(body, boundary, "receipt", receipt);
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, name)
            + "Content-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(content);
    write(body, "\r\n--" + boundary + "--\r\n");
    return who.with("Accept", "text/html")
        .send("POST", address, body.toByteArray(), "multipart/form-data; boundary=" + boundary);
  }

  private static void part(ByteArrayOutputStream body, String boundary, String name, String value) {
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(boundary, name, value));
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private Visitor person(String account) {
    return Visitor.person(port, account);
  }

  private String task() {
    return "/tasks/" + work.task(BANDWIDTH).id();
  }

  private String file() {
    return "/files/" + db.sql("select max(id) from talk_file").query(Long.class).single();
  }

  private long stored() {
    return db.sql("select count(*) from talk_file").query(Long.class).single();
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static List<String> names(Document page) {
    return page.select("#files ~ table bdi").eachText();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
