package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.words.FormWords;
import app.chancery.platform.words.ModelWords;
import app.chancery.platform.words.Words;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The office in a language made up for it, English in Greek letters: what is read in Latin ones was
 * typed by somebody, stands in a table of the policy, is a name or a code, or is said by the office
 * without its bundles, so that no second language could say it. All that people read is looked at
 * while a programme goes its way to accession: each kind of task and page once, the documents, the
 * story, notices, mails, and what a refusal says.
 */
@WebOfficeTest
class OtherLanguageTest {

  private static final String LATIN_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String GREEK_LETTERS =
      "ΑΒΓΔΕΦΘΗΙϏΚΛΜΝΟΠϘΡΣΤΥϒΩΞΨΖαβγδεφθηιϑκλμνοπϙρστυϐωξψζ";

  /** What is filled in, is a link, or says how to fill in. */
  private static final Pattern KEPT =
      Pattern.compile(
          "%(?:\\d+\\$)?[-,.\\d]*[a-zA-Z]|\\{\\d+(?:,[a-z]+(?:,[^|{}#<]*?(?=\\d+[#<])|(?=}))?)?"
              + "|\\{\\{[^}]*}}|]\\([^)]*\\)|<[^>]+>|\\\\n");

  private static final Set<String> UNREAD = Set.of("script", "style", "code", "kbd", "time");

  /** Two letters and more: a single one is a sign. */
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

  /**
   * Keys of programmes and countries, addresses, mail addresses, names and kinds of files, digests,
   * names of fields.
   */
  private static final Pattern CODE =
      Pattern.compile(
          "https?://\\S+|(?<![\\w/])/[\\w/{}.-]+|[\\w.-]+@[\\w.-]+|\\b[A-Z]{2}-\\d{4}(?:-\\d+)?\\b|\\b[0-9a-f]{12,}\\b"
              + "|(?<!\\w)[\\w-]*\\.[a-z]{3,4}\\b|\\b[a-z]+/[a-z+-]+\\b|\\b[A-Z]{2}\\b|\\bUTC\\b|\\b[a-z]+[A-Z]\\w*\\b");

  @LocalServerPort private int port;
  @Autowired private ResourceBundleMessageSource messages;
  @Autowired private Opening opening;
  @Autowired private Programmes programmes;
  @Autowired private Office office;
  @Autowired private Rehearsal rehearsal;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient db;

  private ResourceBundle usual;
  private WhatPeopleTyped typed;
  private final Map<String, Visitor> people = new HashMap<>();
  private final Map<String, Set<String>> found = new TreeMap<>();
  private final Set<String> looked = new HashSet<>();

  @BeforeEach
  void speakAnotherLanguage() {
    usual = Words.spoken();
    Map<String, String> words = new HashMap<>();
    usual.keySet().forEach(key -> words.put(key, greek(usual.getString(key))));
    OtherLanguage.words = words;
    Words.speak(new OtherLanguage());
    messages.setBasename(OtherLanguage.class.getName());
    Map<String, String> forms = new HashMap<>();
    ModelFiles.forms()
        .forEach(
            form -> FormWords.in(form.json()).forEach((key, text) -> forms.put(key, greek(text))));
    FormWords.speak(new BundleOf(forms));
    Map<String, String> models = new HashMap<>();
    ModelFiles.models().forEach(model -> models.putAll(names(model)));
    ModelWords.speak(new BundleOf(models));
    typed = new WhatPeopleTyped(names());
  }

  @AfterEach
  void speakAsUsual() {
    Words.speak(usual);
    messages.setBasename("messages");
    FormWords.speak(new BundleOf(Map.of()));
    ModelWords.speak(new BundleOf(Map.of()));
  }

  @Test
  void everyWordThatPeopleReadComesFromABundle() {
    office.setClock(Instant.parse("2026-11-02T10:00:00Z"));
    String key =
        office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XF", "Freedonia")));

    rehearsal.run(
        () -> {
          lookAtNewKindsOfTasks();
          return !programmes.get(key).isOpen();
        },
        happening -> {});
    for (String account :
        List.of("planner", "secretary", "delegate-fr", "committee", "manager", "admin")) {
      walk(account);
    }
    lookAtTheRecords();
    lookAtRefusals(key);

    assertThat(looked)
        .hasSizeGreaterThan(80)
        .contains("SUMMARY of the calendar", "DESCRIPTION of the calendar");
    assertThat(found).as("words that no bundle has, and where").isEmpty();
  }

  @Test
  void whatTheOfficeSaysWithoutABundleIsFoundBesideWhatPeopleTyped() {
    look(greek("Conditions shifted: %s").formatted("Resilience of supply lines"), "a page");
    look(greek("Conditions shifted") + ": the programme rests", "a page");

    assertThat(found).containsOnlyKeys("the programme rests");
  }

  /** Each as somebody sees it who may do it; its form has the briefing. */
  private void lookAtNewKindsOfTasks() {
    for (Task task : tasks.createTaskQuery().list()) {
      if (!looked.add(task.getTaskDefinitionKey())) {
        continue;
      }
      String group =
          tasks.getIdentityLinksForTask(task.getId()).stream()
              .map(IdentityLink::getGroupId)
              .findFirst()
              .orElseThrow();
      look(Rehearsal.accountOf(group), "/tasks/" + task.getId(), task.getTaskDefinitionKey());
      lookAtTheCalendar();
    }
  }

  private void walk(String account) {
    Set<String> known = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of("/work", "/programmes", "/nowhere"));
    while (!next.isEmpty()) {
      String address = next.pop();
      if (!known.add(kind(address))) {
        continue;
      }
      looked.add(kind(address));
      look(account, address, kind(address)).stream()
          .flatMap(page -> page.select("a[href^=/]").eachAttr("href").stream())
          .filter(link -> !link.matches("/(camunda|swagger|api)/.*|/swagger-ui.html|.*format=.*"))
          .forEach(next::add);
    }
  }

  private List<Document> look(String account, String address, String where) {
    HttpResponse<String> answer =
        people.computeIfAbsent(account, person -> Visitor.person(port, person)).open(address);
    if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      return List.of();
    }
    Document page = Jsoup.parse(answer.body());
    texts(page).forEach(text -> look(text, where));
    return List.of(page);
  }

  /** The story, notices and mails, as they are stored. */
  private void lookAtTheRecords() {
    for (String texts :
        List.of(
            "select what || ' ' || why from decision_record",
            "select subject || ' ' || text from notice",
            "select subject || ' ' || waiting from mail")) {
      List<String> stored = db.sql(texts).query(String.class).list();
      stored.forEach(text -> look(text, texts));
    }
  }

  private void lookAtTheCalendar() {
    List<String> entries =
        Visitor.program(port, "analyst")
            .get("/api/v1/calendar.ics")
            .body()
            .replace("\r\n ", "")
            .lines()
            .filter(line -> line.matches("(SUMMARY|DESCRIPTION|X-WR-CALNAME).*"))
            .toList();
    for (String line : entries) {
      looked.add(line.replaceFirst("[:;].*", " of the calendar"));
      look(line.substring(line.indexOf(':')), "the calendar");
    }
  }

  private void lookAtRefusals(String key) {
    Visitor program = Visitor.program(port, "analyst");
    List<String> names = new ArrayList<>(List.of("many"));
    names.addAll(program.json("/v3/api-docs").findValuesAsText("name"));
    for (HttpResponse<String> refusal :
        List.of(
            program.post("/api/v1/programmes", "{}"),
            program.post("/api/v1/programmes", "{\"candidate\": 1, \"indicators\": {}}"),
            program.post("/api/v1/programmes", "[1"),
            program.post("/api/v1/programmes/import", "{}"),
            program.post("/api/v1/programmes/" + key + "/activities", "{\"kind\": \"none\"}"),
            program.post("/api/v1/programmes/" + key + "/ratifications", "{\"ally\": \"ZZ\"}"),
            program.get("/api/v1/programmes?size=many"),
            program.get("/api/v1/programmes?nothing=1"),
            program.get("/api/v1/programmes/ZZ-1900"),
            program.get("/api/v1/audit"),
            Visitor.stranger(port).get("/api/v1/programmes"))) {
      JsonNode problem = Visitor.parse(refusal);
      assertThat(refusal.statusCode()).isBetween(400, 499);
      look(problem.path("title").asText(), "title of a refusal");
      String detail = problem.path("detail").asText();
      for (JsonNode error : problem.path("errors")) {
        look(without(names, error.path("message").asText()), "message of a refusal");
        detail = detail.replace(error.path("field").asText(), "");
      }
      look(without(names, detail), "detail of a refusal");
    }
  }

  private static String without(List<String> names, String text) {
    String left = text;
    for (String name : names) {
      left = left.replaceAll("\\b%s\\b".formatted(Pattern.quote(name)), "");
    }
    return left;
  }

  private void look(String text, String where) {
    if (!LATIN.matcher(text).find()) {
      return;
    }
    String left = typed.without(CODE.matcher(text).replaceAll(""));
    String english =
        LATIN.matcher(left).results().map(MatchResult::group).collect(Collectors.joining(" "));
    if (!english.isEmpty()) {
      found.computeIfAbsent(english, first -> new TreeSet<>()).add(where + ": " + text);
    }
  }

  /** Pages of one kind differ by what they are about alone. */
  private static String kind(String address) {
    return address
        .replaceFirst("[?#].*", "")
        .replaceAll("[0-9a-f-]{36}|\\d+", "1")
        .replaceAll("[A-Z]{2}-1(-1)?", "key");
  }

  private static Stream<String> texts(Document page) {
    List<String> texts = new ArrayList<>();
    page.forEachNode(
        node -> {
          if (node instanceof TextNode text
              && (text.parent() == null || !UNREAD.contains(text.parent().normalName()))) {
            texts.add(text.text().strip());
          }
        });
    for (String read :
        List.of("aria-label", "title", "alt", "placeholder", "data-label", "content")) {
      texts.addAll(page.select("[%s]:not(meta)".formatted(read)).eachAttr(read));
    }
    return texts.stream().filter(text -> !text.isBlank());
  }

  /** Names of the accounts and groups of this office, and what its dossier says. */
  private List<String> names() {
    List<String> names =
        new ArrayList<>(
            db.sql(
                    """
                    select first_ from act_id_user union select last_ from act_id_user
                    union select name_ from act_id_group
                    """)
                .query(String.class)
                .list());
    // A delegate is of the group with that name.
    names.addAll(names.stream().map(name -> name.replaceFirst("^Del", "del")).toList());
    names.addAll(
        List.of(
            "Freedonia",
            "sample figure of an invented country",
            "sample",
            "Europe/Brussels",
            "Brussels",
            "Chancery"));
    return names;
  }

  private static Map<String, String> names(BpmnModelInstance model) {
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    Map<String, String> names = new HashMap<>();
    names.put(process.getId(), greek(process.getName()));
    model.getModelElementsByType(FlowElement.class).stream()
        .filter(element -> element.getName() != null)
        .forEach(
            element ->
                names.put(process.getId() + "." + element.getId(), greek(element.getName())));
    return names;
  }

  /** The same in other letters, but for what programs read of it. */
  private static String greek(String text) {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (MatchResult kept : KEPT.matcher(text).results().toList()) {
      said.append(letters(text.substring(from, kept.start()))).append(kept.group());
      from = kept.end();
    }
    return said.append(letters(text.substring(from))).toString();
  }

  private static String letters(String latin) {
    return latin
        .chars()
        .map(letter -> LATIN_LETTERS.indexOf(letter) < 0 ? letter : greek(letter))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static int greek(int letter) {
    return GREEK_LETTERS.charAt(LATIN_LETTERS.indexOf(letter));
  }

  /** Named, so that the texts of the templates are found in it too. */
  public static final class OtherLanguage extends BundleOf {

    private static Map<String, String> words = Map.of();

    public OtherLanguage() {
      super(words);
    }

    @Override
    public Locale getLocale() {
      return Locale.forLanguageTag("el");
    }
  }
}
