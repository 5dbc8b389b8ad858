package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.consensus.Course;
import app.chancery.consensus.FallBack;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.oversight.WorkInHand;
import app.chancery.platform.words.Words;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import app.chancery.rehearsal.Happening;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript.Answer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rule 14, tried out: when every word of the bundle is another one, the same happens on the same
 * days, and the same codes are stored; only what people read is different.
 */
@OfficeTest
class OtherWordsTest {

  private static final Pattern OTHER_WORD = Pattern.compile("Xyz(\\d+)qua((?:⟦[^⟦⟧]*⟧)*)");
  private static final Pattern FILLED_IN = Pattern.compile("⟦([^⟧]*)⟧");
  private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?s");
  private static final Path DOSSIERS = Path.of("src/main/resources/dossiers");

  @Autowired ApplicationContext application;
  @Autowired Rehearsal rehearsal;
  @Autowired Office office;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired DossierReader reader;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;

  private ResourceBundle usual;

  @BeforeEach
  void remember() {
    usual = Words.spoken();
  }

  @AfterEach
  void speakAsUsual() {
    Words.speak(usual);
  }

  @Test
  void aCandidateAccedesInOtherWordsOnTheSameDays() throws IOException {
    everythingIsTheSameInOtherWords("finland-2022.json", List.of(Map::of));
  }

  /** Objections, reservations, a consultation of each course, a lower tier, and every decision. */
  @Test
  void theCouncilAndTheCommitteeDecideTheSameInOtherWords() throws IOException {
    everythingIsTheSameInOtherWords(
        "finland-2022.json", List.of(OtherWordsTest::contested, OtherWordsTest::withoutConsensus));
  }

  private void everythingIsTheSameInOtherWords(
      String dossier, List<java.util.function.Supplier<Map<String, Answer>>> courses)
      throws IOException {
    for (var answers : courses) {
      Map<String, List<String>> asUsual = rehearsed(dossier, answers.get());
      Words.speak(otherWords(usual));
      Map<String, List<String>> otherwise = rehearsed(dossier, answers.get());
      Words.speak(usual);

      assertThat(asUsual.get("happenings")).hasSizeGreaterThan(30);
      assertThat(otherwise.keySet()).isEqualTo(asUsual.keySet());
      asUsual.forEach(
          (what, rows) ->
              assertThat(otherwise.get(what).stream().map(this::inUsualWords).toList())
                  .as(what)
                  .containsExactlyInAnyOrderElementsOf(rows));
    }
  }

  /** Runs it in a clean office and tells all that is not meant for people. */
  private Map<String, List<String>> rehearsed(String file, Map<String, Answer> otherwise)
      throws IOException {
    CleanOffice.clean(application);
    List<String> earlier = db.sql("select id_ from act_hi_procinst").query(String.class).list();
    Dossier dossier = reader.read(json.readTree(DOSSIERS.resolve(file).toFile()));
    office.setClock(dossier.assessedOn().atTime(Rehearsal.MORNING).toInstant(ZoneOffset.UTC));
    String key = office.inTheNameOf("analyst", () -> opening.open(dossier));
    List<String> happenings = new ArrayList<>();
    rehearsal
        .with(otherwise)
        .run(() -> !programmes.get(key).isOpen(), happening -> happenings.add(line(happening)));
    Map<String, List<String>> told = new TreeMap<>(codesOfAllTables());
    told.put("happenings", happenings);
    told.put("path", history("act_hi_actinst", "start_time_, act_id_", earlier));
    told.put("variables", history("act_hi_varinst", "name_, var_type_, text_, long_", earlier));
    return told;
  }

  /** What the engine keeps of those process instances that are not earlier ones. */
  private List<String> history(String table, String columns, List<String> earlier) {
    return db
        .sql("select proc_inst_id_, %s from %s".formatted(columns, table))
        .query()
        .listOfRows()
        .stream()
        .filter(row -> !earlier.contains(row.remove("PROC_INST_ID_")))
        .map(Map::toString)
        .toList();
  }

  private static String line(Happening happening) {
    return "%s %s %s %s"
        .formatted(happening.at(), happening.step(), happening.who(), happening.task());
  }

  /**
   * The columns of Chancery's tables but for those that hold texts. Drafts are texts, and the
   * office clears them away when it likes.
   */
  private Map<String, List<String>> codesOfAllTables() {
    Map<String, List<String>> columns = new TreeMap<>();
    db.sql(
            """
            select lower(table_name) as name, lower(column_name) as field
            from information_schema.columns
            where table_schema = 'PUBLIC' and lower(table_name) not like 'act\\_%' escape '\\'
              and lower(table_name) <> 'draft'
              and (character_maximum_length is null or character_maximum_length <= 255)
              and data_type not in ('JSON', 'BINARY LARGE OBJECT')
              and lower(column_name) not in ('id', 'place_id', 'sha256')
            order by table_name, ordinal_position
            """)
        .query(
            row -> {
              columns
                  .computeIfAbsent(row.getString("name"), first -> new ArrayList<>())
                  .add(row.getString("field"));
            });
    Map<String, List<String>> codes = new TreeMap<>();
    columns.forEach(
        (table, fields) -> {
          String all = String.join(", ", fields);
          codes.put(table, rows("select %s from %s order by %s".formatted(all, table, all)));
        });
    return codes;
  }

  private List<String> rows(String statement) {
    return db.sql(statement).query().listOfRows().stream().map(Map::toString).toList();
  }

  /** What a person wrote repeats words that were read; no code does. */
  private String inUsualWords(String row) {
    String said = row;
    // What is filled in may be such words, too.
    for (Matcher word = OTHER_WORD.matcher(said); word.find(); word = OTHER_WORD.matcher(said)) {
      said = word.replaceAll(found -> Matcher.quoteReplacement(usual(found)));
    }
    return said;
  }

  private String usual(MatchResult word) {
    String text = usual.getString(keys(usual).get(Integer.parseInt(word.group(1))));
    Object[] filledIn =
        FILLED_IN.matcher(word.group(2)).results().map(each -> each.group(1)).toArray();
    return filledIn.length == 0 ? text : text.formatted(filledIn);
  }

  private static List<String> keys(ResourceBundle bundle) {
    return Collections.list(bundle.getKeys()).stream().sorted().toList();
  }

  /** In each key's place a word that nobody knows, with what is filled in. */
  private static ResourceBundle otherWords(ResourceBundle bundle) {
    List<String> keys = keys(bundle);
    Map<String, String> words = new HashMap<>();
    for (int at = 0; at < keys.size(); at++) {
      words.put(keys.get(at), "Xyz%squa".formatted(at) + places(bundle.getString(keys.get(at))));
    }
    return new BundleOf(words);
  }

  private static String places(String text) {
    int next = 0;
    int most = 0;
    for (Matcher place = PLACE.matcher(text); place.find(); ) {
      most = Math.max(most, place.group(1) == null ? ++next : Integer.parseInt(place.group(1)));
    }
    return IntStream.rangeClosed(1, most)
        .mapToObj(place -> "⟦%" + place + "$s⟧")
        .collect(Collectors.joining());
  }

  private static Map<String, Answer> contested() {
    AtomicInteger objections = new AtomicInteger();
    AtomicInteger consultations = new AtomicInteger();
    AtomicInteger reviews = new AtomicInteger();
    List<CommitteeDecision> decisions =
        List.of(
            CommitteeDecision.SUSPEND,
            CommitteeDecision.RESUME,
            CommitteeDecision.ADJUST_MILESTONES,
            CommitteeDecision.MOVE_TIER_DOWN,
            CommitteeDecision.TERMINATE);
    return Map.of(
        "userTask_statePosition",
        new Answer(
            1,
            (task, facts, today) ->
                task.group().equals("delegation-fr") && objections.incrementAndGet() <= 2
                    ? Map.of(
                        "position", "objection",
                        "objectionReason", "Too early",
                        "objectionConfirmed", true)
                    : Map.of("position", "no-objection")),
        "userTask_consultObjectors",
        new Answer(
            1,
            (task, facts, today) ->
                Map.of(
                    "consultationCourse",
                    List.of(Course.HOLD, Course.AMEND, Course.RETABLE)
                        .get(consultations.getAndIncrement() % 3)
                        .code(),
                    "consultationAccount",
                    "Talked it over")),
        "userTask_decideReview",
        new Answer(
            2,
            (task, facts, today) ->
                Map.of(
                    "decision",
                    decisions.get(reviews.getAndIncrement() % decisions.size()).code(),
                    "workInHand",
                    WorkInHand.CARRIED_ON.code(),
                    "milestoneChanges",
                    postponed(facts.get("milestoneChanges").toString()),
                    "reasons",
                    "Conditions have changed")));
  }

  private static String postponed(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" \\| "))
        .map(
            parts ->
                String.join(
                    " | ", parts[0], parts[1], LocalDate.parse(parts[2]).plusMonths(6).toString()))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Answer> withoutConsensus() {
    AtomicInteger fallBacks = new AtomicInteger();
    return Map.of(
        "userTask_statePosition",
        new Answer(
            1,
            (task, facts, today) ->
                task.group().equals("delegation-fr")
                    ? Map.of(
                        "position", "objection",
                        "objectionReason", "Too early",
                        "objectionConfirmed", true)
                    : Map.of("position", "no-objection")),
        "userTask_chooseFallBack",
        new Answer(
            1,
            (task, facts, today) ->
                Map.of(
                    "fallBack",
                    (fallBacks.getAndIncrement() == 0 ? FallBack.LOWER_TIER : FallBack.END).code(),
                    "fallBackReason",
                    "Agreed so")));
  }
}
