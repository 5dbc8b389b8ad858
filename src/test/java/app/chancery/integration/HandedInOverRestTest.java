package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.chancery.OfficeTest;
import app.chancery.platform.web.Advices;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rule 13 at every body that the REST interface takes, half an hour after midnight in Brussels. */
@OfficeTest
class HandedInOverRestTest extends IntegrationCase {

  private static final Authentication ANALYST =
      new TestingAuthenticationToken("analyst", "", "analysts", "council-secretariat");

  private static final List<String> NO_DAY =
      List.of("01/02/2026", "2026-02-30", "2026-02-01T00:00", "1 Fev 2026", "46.000");

  private static final List<String> NO_NUMBER =
      List.of("1,008", "0.55d", "0x1.8p0", "1e400", "NaN", "\u0664\u0662");

  private static final Set<String> CODES = Set.of("kind", "severity", "ally", "stage", "change");

  /** Texts that people write in a field of several lines. */
  private static final Set<String> LINES =
      Set.of(
          "IntegrationController.recordActivity source",
          "IntegrationController.recordActivity evidence",
          "IntegrationController.stateHold reason",
          "ConditionShiftController.report description");

  private static final String DOSSIER =
      """
      {"candidate": "XA", "name": "Aldermark", "european": true, "region": "europe",
       "propagandaExposure": "low", "assessedOn": "2027-01-11",
       "indicators": {"publicSupportPct": {"value": 54.5, "asOf": "2027-01-11", "source": "Survey"}}}
      """;

  private static final String INDICATOR = "/indicators/publicSupportPct";

  /** What a program sends, and the days and numbers in it. */
  private record Call(String path, String body, List<String> days, List<String> numbers) {

    /** What takes a dossier; its class is known to its reader alone. */
    static Call dossier(String path, String body, String... days) {
      return new Call(path, body, List.of(days), List.of(INDICATOR + "/value"));
    }
  }

  private static final Map<String, Call> CALLS =
      Map.of(
          "TieringController.preview",
          Call.dossier("/api/v1/tiering/preview", DOSSIER, "/assessedOn", INDICATOR + "/asOf"),
          "TieringController.moves",
          Call.dossier("/api/v1/tiering/moves", DOSSIER, "/assessedOn", INDICATOR + "/asOf"),
          "ProgrammesController.open",
          Call.dossier("/api/v1/programmes", DOSSIER, "/assessedOn", INDICATOR + "/asOf"),
          "DossierUpdateController.update",
          Call.dossier(
              "/api/v1/programmes/XR-2026/dossier-updates",
              """
              {"indicators": {"publicSupportPct":
                {"value": 54.5, "asOf": "2027-01-11", "source": "Survey"}}}
              """,
              INDICATOR + "/asOf"),
          "IntegrationController.recordActivity",
          new Call(
              "/api/v1/programmes/XR-2026/activities",
              """
              {"kind": "workshop", "name": "Cyber defence", "date": "2027-01-11",
               "participants": ["XR", "FR"], "source": "Minutes"}
              """,
              List.of("/date"),
              List.of()),
          "IntegrationController.recordRatification",
          new Call(
              "/api/v1/programmes/XR-2026/ratifications",
              "{\"ally\": \"FR\", \"stage\": \"parliament\", \"date\": \"2027-01-11\"}",
              List.of("/date"),
              List.of()),
          "IntegrationController.stateHold",
          new Call(
              "/api/v1/programmes/XR-2026/ratification-holds",
              "{\"ally\": \"HU\", \"change\": \"held\", \"date\": \"2027-01-11\", \"reason\": \"Debate.\"}",
              List.of("/date"),
              List.of()),
          "ConditionShiftController.report",
          new Call(
              "/api/v1/programmes/XR-2026/condition-shifts",
              """
              {"kind": "security", "severity": "minor", "description": "A border closed",
               "source": "Press"}
              """,
              List.of(),
              List.of()));

  @Autowired ApplicationContext application;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;

  private MockMvc rest;

  @BeforeEach
  void afterMidnightInBrussels() {
    endorsed(Tier.FULL_CANDIDATE);
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START.minusDays(10), "signed");
    office.setClock(Instant.parse("2027-01-10T23:30:00Z"));
    rest =
        MockMvcBuilders.standaloneSetup(
                application.getBeansWithAnnotation(RestController.class).values().toArray())
            .setControllerAdvice(Advices.all())
            .setMessageConverters(
                new ByteArrayHttpMessageConverter(), new MappingJackson2HttpMessageConverter(json))
            .build();
  }

  @Test
  void everyBodyThatIsTakenIsTriedHere() {
    List<String> untried = new ArrayList<>();
    bodies()
        .forEach(
            method -> {
              String name = name(method);
              Call call = CALLS.get(name);
              if (call == null) {
                untried.add(name);
              } else if (body(method).isRecord()) {
                Arrays.stream(body(method).getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(part -> part.matches("(?i).*(date|day|on|at|asOf|from|until)"))
                    .filter(part -> !part.matches("(?i).*(description|reason)"))
                    .filter(part -> !call.days().contains("/" + part))
                    .forEach(part -> untried.add(name + " " + part));
              }
            });

    // A table is tried below; a draft is kept as it was typed and read when it is handed in.
    assertThat(untried)
        .containsExactlyInAnyOrder(
            "ProgrammesController.importAll",
            "DraftController.saveOfTask",
            "DraftController.saveOfStart");
  }

  @Test
  void rule13_whatAProgramSendsIsTakenExactlyOrRefusedAtItsField() throws Exception {
    for (Call call : CALLS.values()) {
      long stored = stored();
      for (String day : call.days()) {
        for (String text : NO_DAY) {
          refused(call, day, text);
        }
        refused(call, day, "2027-01-12");
        refused(call, day, "12.01.2027");
      }
      for (String number : call.numbers()) {
        for (String text : NO_NUMBER) {
          refused(call, number, text);
        }
      }
      assertThat(stored()).isEqualTo(stored);
    }
  }

  /** What is no code, no day and no text of several lines is a text of one line. */
  @Test
  void noTextOfOneLineHoldsWhatNobodySees() throws Exception {
    List<Method> all = bodies().filter(method -> CALLS.containsKey(name(method))).toList();
    for (Method method : all) {
      Call call = CALLS.get(name(method));
      for (String text : texts(method, call)) {
        for (String line : List.of("Al\u200Bpha", "Al\u200Fpha", "Al\uE000pha", "One\nTwo")) {
          refused(call, text, line);
        }
      }
    }
    assertThat(all).hasSameSizeAs(CALLS.values());
  }

  private static List<String> texts(Method method, Call call) {
    if (!body(method).isRecord()) {
      return call.body().contains("candidate")
          ? List.of("/name", "/propagandaExposureSource", INDICATOR + "/source")
          : List.of(INDICATOR + "/source");
    }
    return Arrays.stream(body(method).getRecordComponents())
        .filter(part -> part.getType() == String.class)
        .map(RecordComponent::getName)
        .filter(part -> !CODES.contains(part) && !call.days().contains("/" + part))
        .filter(part -> !LINES.contains(name(method) + " " + part))
        .map(part -> "/" + part)
        .toList();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void otherSpellingsOfTodayAndOfANumberArriveAsTheyWereMeant() throws Exception {
    for (Call call : CALLS.values()) {
      JsonNode body = json.readTree(call.body());
      for (String day : call.days()) {
        put(body, day, "11 Jan 2027");
      }
      for (String number : call.numbers()) {
        put(body, number, "54,5\u00A0");
      }
      MockHttpServletResponse answer = send(call, body);
      assertThat(answer.getStatus()).as(call + answer.getContentAsString()).isIn(200, 201);
    }
    assertThat(days("select assessed_on from dossier where candidate = 'XA'")).containsOnly(START);
    assertThat(days("select as_of from indicator where indicator_value = '54.5'"))
        .hasSize(2)
        .containsOnly(START);
    assertThat(days("select held_on from activity")).containsExactly(START);
    assertThat(days("select reached_on from ratification_entry")).containsExactly(START);
    assertThat(days("select stated_on from ratification_hold")).containsExactly(START);
  }

  @Test
  void rule13_aTableOfDossiersIsTakenExactlyOrRefusedAtItsCell() throws Exception {
    String table =
        """
        candidate,name,european,region,assessedOn,propagandaExposure,publicSupportPct,publicSupportPctAsOf,publicSupportPctSource
        XA,Aldermark,true,europe,%s,low,"%s",%s,Survey
        """;
    long stored = stored();
    for (String text : NO_DAY) {
      importRefuses(table.formatted(text, "54.5", "2027-01-11"), "column 5 (assessedOn)");
      importRefuses(table.formatted("2027-01-11", "54.5", text), "column 8 (publicSupportPctAsOf)");
    }
    importRefuses(table.formatted("2027-01-12", "54.5", "2027-01-11"), "column 5 (assessedOn)");
    importRefuses(
        table.formatted("2027-01-11", "54.5", "12 Jan 2027"), "column 8 (publicSupportPctAsOf)");
    for (String text : NO_NUMBER) {
      importRefuses(
          table.formatted("2027-01-11", text, "2027-01-11"), "column 7 (publicSupportPct)");
    }
    assertThat(stored()).isEqualTo(stored);

    MockHttpServletResponse answer =
        importTable(table.formatted("11.01.2027", "54,5", "11 Jan 2027"));

    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
    assertThat(days("select assessed_on from dossier where candidate = 'XA'"))
        .containsExactly(START);
    assertThat(days("select as_of from indicator where indicator_value = '54.5'"))
        .containsExactly(START);
  }

  private void importRefuses(String table, String place) throws Exception {
    MockHttpServletResponse answer = importTable(table);
    assertThat(answer.getStatus()).as(table).isEqualTo(400);
    assertThat(json.readTree(answer.getContentAsString()).findValuesAsText("field"))
        .as(table)
        .containsExactly("line 2, " + place);
  }

  private MockHttpServletResponse importTable(String table) throws Exception {
    return rest.perform(
            post("/api/v1/programmes/import")
                .principal(ANALYST)
                .contentType("text/csv")
                .content(table))
        .andReturn()
        .getResponse();
  }

  private void refused(Call call, String pointer, String text) throws Exception {
    JsonNode body = json.readTree(call.body());
    put(body, pointer, text);
    MockHttpServletResponse answer = send(call, body);
    String what =
        "%s at %s of %s: %s".formatted(text, pointer, call.path(), answer.getContentAsString());
    assertThat(answer.getStatus()).as(what).isEqualTo(400);
    assertThat(json.readTree(answer.getContentAsString()).findValuesAsText("field"))
        .as(what)
        .containsExactly(pointer.substring(1).replace('/', '.'));
  }

  private MockHttpServletResponse send(Call call, JsonNode body) throws Exception {
    return rest.perform(
            post(call.path())
                .principal(ANALYST)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(body)))
        .andReturn()
        .getResponse();
  }

  private static void put(JsonNode body, String pointer, String text) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) body.at(pointer.substring(0, last))).put(pointer.substring(last + 1), text);
  }

  private List<LocalDate> days(String query) {
    return db.sql(query).query(LocalDate.class).list();
  }

  private long stored() {
    return db.sql(
            """
            select (select count(*) from programme) + (select count(*) from indicator)
              + (select count(*) from activity) + (select count(*) from ratification_entry)
              + (select count(*) from ratification_hold) + (select count(*) from condition_shift)
            """)
        .query(Long.class)
        .single();
  }

  private Stream<Method> bodies() {
    return application.getBeansWithAnnotation(RestController.class).values().stream()
        .map(ClassUtils::getUserClass)
        .filter(type -> type.getName().startsWith("app.chancery"))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> body(method) != null);
  }

  private static Class<?> body(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
        .map(Parameter::getType)
        .findFirst()
        .orElse(null);
  }
}
