package app.chancery.records.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.records.alliance.Allies;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a dossier: it is taken as it was meant, or refused with the place and the reason. */
class DossierReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Allies allies = mock(Allies.class);

  private final DossierReader reader =
      new DossierReader(
          new Regions(Map.of("europe", "Europe", "indo-pacific", "Indo-Pacific")),
          new Days(
              Clock.fixed(Instant.parse("2026-11-01T23:30:00Z"), ZoneOffset.UTC),
              ZoneId.of("Europe/Brussels")),
          allies,
          JSON);

  @BeforeEach
  void anAllianceOfBefore() {
    when(allies.founded()).thenReturn(LocalDate.of(1949, 4, 4));
  }

  @Test
  void aDossierIsReadAsItIsWritten() {
    Dossier read = reader.read(ruritania());

    assertThat(read)
        .isEqualTo(
            new Dossier(
                "XR",
                "Ruritania",
                true,
                "europe",
                LocalDate.of(2026, 11, 1),
                PropagandaExposure.HIGH,
                "Monitoring report",
                Map.of(
                    IndicatorName.DEFENCE_SPENDING_PCT_GDP,
                    new Indicator(
                        IndicatorName.DEFENCE_SPENDING_PCT_GDP,
                        "2.1",
                        LocalDate.of(2026, 6, 30),
                        "Budget"),
                    IndicatorName.OCC_STAGE,
                    new Indicator(
                        IndicatorName.OCC_STAGE, "NEL1", LocalDate.of(2026, 1, 31), "OCC"))));
  }

  @Test
  void whatMayBeLeftOutIsTodayAndUnknown() {
    ObjectNode dossier = ruritania();
    dossier.remove(List.of("assessedOn", "propagandaExposureSource"));
    dossier.putObject("indicators");

    Dossier read = reader.read(dossier);

    assertThat(read.assessedOn()).isEqualTo(TODAY);
    assertThat(read.propagandaExposureSource()).isNull();
    assertThat(read.indicators()).isEmpty();
  }

  @Test
  void aNullCountsAsLeftOut() {
    ObjectNode dossier = ruritania();
    dossier.putNull("assessedOn").putNull("propagandaExposureSource");

    assertThat(reader.read(dossier).assessedOn()).isEqualTo(TODAY);
    assertThat(reader.read(dossier).propagandaExposureSource()).isNull();
  }

  @Test
  void aTextOfNothingCountsAsLeftOutWhereAFieldMayBe() {
    ObjectNode dossier = ruritania();
    dossier.put("assessedOn", "").put("propagandaExposureSource", " ");

    assertThat(reader.read(dossier).assessedOn()).isEqualTo(TODAY);
    assertThat(reader.read(dossier).propagandaExposureSource()).isNull();
  }

  @Test
  void blanksAroundANameAreNoPartOfIt() {
    assertThat(reader.read(ruritania().put("name", "Ruritania\u00A0")).name())
        .isEqualTo("Ruritania");
  }

  @Test
  void aDossierIsAJsonObject() {
    assertThat(faults(null)).containsExactly(new Fault("", "A dossier is a JSON object"));
    assertThat(faults(JSON.createArrayNode()))
        .containsExactly(new Fault("", "A dossier is a JSON object"));
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    assertThat(faults(JSON.createObjectNode()))
        .containsExactly(
            new Fault("candidate", "is required"),
            new Fault("name", "is required"),
            new Fault("european", "is required"),
            new Fault("region", "is required"),
            new Fault("propagandaExposure", "is required"),
            new Fault("indicators", "is required"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"candidate", "name", "european", "region", "propagandaExposure"})
  void aNullIsNoAnswerToWhatIsRequired(String field) {
    ObjectNode dossier = ruritania();
    dossier.putNull(field);

    assertThat(faults(dossier)).containsExactly(new Fault(field, "is required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "candidate | 'FIN' | 'FIN' is not an ISO 3166-1 alpha-2 code",
        "candidate | 'XYZ' | 'XYZ' is not an ISO 3166-1 alpha-2 code",
        "candidate | {}    | must be a text or a number",
        "name      | '  '  | is required",
        "name      | true  | must be a text or a number",
        "name      | 'a\\nb' | must be one line",
        "name      | 'a\\u0007b' | holds a control character",
        "european  | 'yes' | must be true or false",
        "european  | 1     | must be true or false",
        "region    | 'mars' | 'mars' is not a region of the policy; known are europe, indo-pacific",
        "name      | '<img src=x onerror=alert(1)>' | holds < (U+003C, character 1), which stands in no name",
        "name      | 'Ruritania>' | holds > (U+003E, character 10)",
        "assessedOn | '1949-04-03' | 3 Apr 1949 is before there was an alliance (it was founded on 4 Apr 1949)",
        "assessedOn | '2026-11-03' | 3 Nov 2026 is in the future",
        "assessedOn | '01/11/2026' | '01/11/2026' is not a date that can be told: for 1 Nov 2026",
        "assessedOn | '2026-11-01T00:00' | '2026-11-01T00:00' is not a date like 2026-11-01",
        "propagandaExposure | 'some' | must be one of: low, medium, high",
        "propagandaExposureSource | true | must be a text or a number",
        "indicators | null | is required",
        "indicators | []   | must be a JSON object",
        "capital    | 'Strelsau' | is not a field of a dossier",
      })
  void everyMistakeIsNamedByItsField(String field, String value, String message) {
    ObjectNode dossier = ruritania();
    dossier.set(field, parsed(value));

    assertThat(faults(dossier))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.message()).startsWith(message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "occStage | {'value':'NEL9','asOf':'2026-01-31','source':'OCC'} | occStage.value | 'NEL9' is not",
        "occStage | {'value':{},'asOf':'2026-01-31','source':'OCC'}     | occStage.value | must be a text",
        "occStage | {'asOf':'2026-01-31','source':'OCC'}                | occStage.value | is required",
        "occStage | {'value':'NEL1','source':'OCC'}                     | occStage.asOf  | is required",
        "occStage | {'value':'NEL1','asOf':'2026-11-03','source':'OCC'} | occStage.asOf  | 3 Nov 2026 is in the future",
        "occStage | {'value':'NEL1','asOf':'1066-01-01','source':'OCC'} | occStage.asOf  | 1 Jan 1066 is before there was an alliance",
        "occStage | {'value':'NEL1','asOf':'January','source':'OCC'}    | occStage.asOf  | 'January' is not a date",
        "occStage | {'value':'NEL1','asOf':'2026-01-31'}                | occStage.source | is required",
        "occStage | {'value':'NEL1','asOf':'2026-01-31','source':'a','note':'b'} | occStage.note | is not a field",
        "occStage | 'NEL1'                                              | occStage | must have value, asOf and source",
        "tradeSharePct | {'value':'much','asOf':'2026-01-31','source':'a'} | tradeSharePct.value | 'much' is not a number",
        "tradeSharePct | {'value':'0.55d','asOf':'2026-01-31','source':'a'} | tradeSharePct.value | '0.55d' is not a number",
        "tradeSharePct | {'value':'1,008','asOf':'2026-01-31','source':'a'} | tradeSharePct.value | '1,008' is not a number that can be told: write 1.0080 or 1008",
        "tradeSharePct | {'value':-0.1,'asOf':'2026-01-31','source':'a'}   | tradeSharePct.value | -0.1 is out of range",
        "tradeSharePct | {'value':100.1,'asOf':'2026-01-31','source':'a'}  | tradeSharePct.value | 100.1 is out of range; it must be from 0.0 to 100.0",
        "gdp           | {'value':1,'asOf':'2026-01-31','source':'a'}      | gdp | is not an indicator; known are defenceSpendingPctGdp,",
      })
  void everyMistakeInAnIndicatorIsNamedByItsPath(
      String indicator, String value, String path, String message) {
    ObjectNode dossier = ruritania();
    dossier.putObject("indicators").set(indicator, parsed(value));

    assertThat(faults(dossier))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("indicators." + path);
              assertThat(fault.message()).startsWith(message);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100, 100",
    "'12,5', 12.5",
    "' 7 ', 7",
    "\u00A07\u202F, 7",
    "\u22120, 0",
    "0.10000000000000000001, 0.10000000000000000001"
  })
  void aValueOnItsScaleIsTakenHoweverItIsWritten(String written, String read) {
    ObjectNode dossier = ruritania();
    dossier.set(
        "indicators",
        JSON.createObjectNode()
            .set(
                "publicSupportPct",
                JSON.createObjectNode()
                    .put("value", written)
                    .put("asOf", TODAY.toString())
                    .put("source", "Survey")));

    assertThat(reader.read(dossier).indicator(IndicatorName.PUBLIC_SUPPORT_PCT))
        .contains(new Indicator(IndicatorName.PUBLIC_SUPPORT_PCT, read, TODAY, "Survey"));
  }

  @Test
  void aNameMayBeAsLongAsItIsKept() {
    ObjectNode dossier = ruritania();

    dossier.put("name", "x".repeat(DossierReader.LONGEST));
    assertThat(reader.read(dossier).name()).hasSize(DossierReader.LONGEST);

    dossier.put("name", "x".repeat(DossierReader.LONGEST + 1));
    assertThat(faults(dossier))
        .containsExactly(new Fault("name", "is longer than 4000 characters"));
  }

  @ParameterizedTest
  @CsvSource({"FI, true", "XA, true", "XZ, true", "fi, false", "QQ, false"})
  void aCandidateIsACountryOrOneOfTheCodesForMadeUpOnes(String code, boolean taken) {
    ObjectNode dossier = ruritania();
    dossier.put("candidate", code);

    assertThat(faults(dossier).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void aFormSaysInWordsWhetherTheCandidateIsEuropean(String word, boolean european) {
    ObjectNode dossier = ruritania();

    dossier.put("european", word);
    assertThat(reader.read(dossier).european()).isEqualTo(european);

    dossier.put("european", european);
    assertThat(reader.read(dossier).european()).isEqualTo(european);
  }

  @Test
  void flatFieldsAreTheSameDossier() {
    assertThat(reader.read(form())).isEqualTo(reader.read(ruritania()));
  }

  @Test
  void aBlankFieldOfAFormIsNoAnswer() {
    Map<String, Object> form = form();
    form.put("assessedOn", " ");
    form.put("propagandaExposureSource", null);
    form.put("publicSupportPct", "");
    form.put("publicSupportPctAsOf", null);
    form.put("somethingElseOnTheForm", "is not the dossier's");

    Dossier read = reader.read(form);

    assertThat(read.assessedOn()).isEqualTo(TODAY);
    assertThat(read.propagandaExposureSource()).isNull();
    assertThat(read.indicators())
        .containsOnlyKeys(IndicatorName.DEFENCE_SPENDING_PCT_GDP, IndicatorName.OCC_STAGE);
  }

  @Test
  void mistakesOnAFormAreNamedByItsFields() {
    Map<String, Object> form = form();
    form.put("candidate", "FIN");
    form.put("defenceSpendingPctGdp", "much");
    form.put("occStageAsOf", "January");
    form.put("occStageSource", "");

    assertThat(catchThrowableOfType(Refused.class, () -> reader.read(form)).faults())
        .extracting(Fault::field)
        .containsExactly("candidate", "defenceSpendingPctGdp", "occStageAsOf", "occStageSource");
  }

  @Test
  void anUpdateHoldsNewValuesAndNothingElse() {
    ObjectNode update = JSON.createObjectNode();
    update.set("indicators", ruritania().get("indicators"));

    assertThat(reader.readUpdate(update))
        .isEqualTo(reader.read(ruritania()).indicators())
        .hasSize(2);

    update.put("name", "Ruritania");
    assertThat(updateFaults(update))
        .containsExactly(new Fault("name", "is not a field of a dossier update"));
  }

  @Test
  void anUpdateIsAJsonObjectWithAtLeastOneValue() {
    assertThat(updateFaults(null)).contains(new Fault("", "An update is a JSON object"));
    assertThat(updateFaults(JSON.createArrayNode()))
        .containsExactly(
            new Fault("", "An update is a JSON object"), new Fault("indicators", "is required"));
    assertThat(updateFaults(JSON.createObjectNode()))
        .containsExactly(new Fault("indicators", "is required"));
    assertThat(updateFaults(JSON.createObjectNode().set("indicators", JSON.createObjectNode())))
        .containsExactly(new Fault("indicators", "give at least one new value"));
  }

  @Test
  void anUpdateFromAFormIsReadByItsFields() {
    Faults none = new Faults();
    assertThat(reader.readUpdate(form(), none))
        .isEqualTo(reader.read(ruritania()).indicators())
        .hasSize(2);
    assertThat(none.list()).isEmpty();

    Faults empty = new Faults();
    assertThat(reader.readUpdate(Map.of(), empty)).isEmpty();
    assertThat(empty.list())
        .containsExactly(new Fault("indicators", "give at least one new value"));

    Faults wrong = new Faults();
    assertThat(reader.readUpdate(Map.of("occStage", "NEL9", "occStageAsOf", "2026-01-31"), wrong))
        .isEmpty();
    assertThat(wrong.list()).extracting(Fault::field).containsExactly("occStage", "occStageSource");
  }

  private static ObjectNode ruritania() {
    return (ObjectNode)
        parsed(
            """
            {'candidate': 'XR', 'name': ' Ruritania ', 'european': true, 'region': 'europe',
             'assessedOn': '2026-11-01', 'propagandaExposure': 'high',
             'propagandaExposureSource': 'Monitoring report',
             'indicators': {
               'defenceSpendingPctGdp': {'value': 2.1, 'asOf': '2026-06-30', 'source': 'Budget'},
               'occStage': {'value': 'NEL1', 'asOf': '2026-01-31', 'source': 'OCC'}}}
            """);
  }

  private static Map<String, Object> form() {
    Map<String, Object> form = new HashMap<>();
    form.put("candidate", "XR");
    form.put("name", "Ruritania");
    form.put("european", true);
    form.put("region", "europe");
    form.put("assessedOn", "2026-11-01");
    form.put("propagandaExposure", "high");
    form.put("propagandaExposureSource", "Monitoring report");
    form.put("defenceSpendingPctGdp", 2.1);
    form.put("defenceSpendingPctGdpAsOf", "2026-06-30");
    form.put("defenceSpendingPctGdpSource", "Budget");
    form.put("occStage", "NEL1");
    form.put("occStageAsOf", "2026-01-31");
    form.put("occStageSource", "OCC");
    return form;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What is wrong with a dossier; nothing if it is read. */
  private List<Fault> faults(JsonNode dossier) {
    try {
      reader.read(dossier);
      return List.of();
    } catch (Refused refused) {
      return refused.faults();
    }
  }

  private List<Fault> updateFaults(JsonNode update) {
    return catchThrowableOfType(Refused.class, () -> reader.readUpdate(update)).faults();
  }
}
