package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.records.dossier.Regions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of an edited table is refused, with its place and the reason. */
class PolicyFileTest {

  static final Regions REGIONS =
      new Regions(
          Map.of(
              "europe", "Europe",
              "central-asia", "Central Asia",
              "middle-east-and-north-africa", "Middle East and North Africa",
              "indo-pacific", "Indo-Pacific",
              "latin-america", "Latin America"));

  private final TableReleases releases = mock(TableReleases.class);
  private final PolicyFile files = new PolicyFile(REGIONS, releases);

  @BeforeEach
  void inUseIsWhatIsDelivered() {
    when(releases.inUse(any()))
        .thenAnswer(
            call -> {
              List<String> tables = List.copyOf(call.getArgument(0));
              return new TableVersions(Map.of(tables.get(0), 1));
            });
    when(releases.file(anyString(), anyInt()))
        .thenAnswer(
            call -> Optional.of(EditedTables.bytes(EditedTables.delivered(call.getArgument(0)))));
  }

  @ParameterizedTest
  @EnumSource(PolicyTable.class)
  void everyTableAsItIsDeliveredIsTaken(PolicyTable table) {
    assertThat(faults(EditedTables.delivered(table.code()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "inputEntry_assignTier_1_2; [60..80); ",
        "inputEntry_assignTier_1_2; not(0, 1); ",
        "inputEntry_assignTier_1_2; < 30,5; Rule 1, Military capability: “< 30,5” can be read in two ways",
        "inputEntry_assignTier_1_2; not(0,1); Rule 1, Military capability: “not(0,1)” can be read in two ways",
        "inputEntry_assignTier_1_2; [90..60]; Rule 1, Military capability: “[90..60]” has a range without any number in it",
        "inputEntry_assignTier_1_2; >= 60, (5..5]; Rule 1, Military capability: “>= 60, (5..5]” has a range without",
        "inputEntry_assignTier_1_2; >= 101; Rule 1, Military capability: “>= 101” is met by no score",
        "inputEntry_assignTier_1_2; (60..61); Rule 1, Military capability: “(60..61)” is met by no score",
        "inputEntry_assignTier_1_2; not(>= 0); Rule 1, Military capability: “not(>= 0)” is met by no score",
        "inputEntry_assignTier_1_2; >=\u00a060; Rule 1, Military capability: “>=\u00a060” has a space in it",
        "inputEntry_assignTier_1_2; < 10, ]50..60], >= 90; ",
        "inputEntry_assignTier_1_2; 60 + 1; Rule 1, Military capability",
        "inputEntry_assignTier_1_2; > politicalWill; Rule 1, Military capability",
        "inputEntry_assignTier_1_2; for i in 1..9999999 return i; Rule 1, Military capability",
        "inputEntry_assignTier_1_1; \"europa\"; Rule 1, Region: “europa” is not known here; known",
        "inputEntry_assignTier_1_1; europe; Rule 1, Region",
        "outputEntry_assignTier_1_1; \"full candidate\"; Rule 1, Tier",
        "outputEntry_assignTier_1_1; upper case(\"x\"); Rule 1, Tier",
        "outputEntry_assignTier_1_1; ''; Rule 1, Tier"
      })
  void aCellIsSaidWithItsRuleAndColumn(String cell, String text, String fault) {
    List<Fault> found = faults(EditedTables.with("assign-tier", cell, text));

    if (fault == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .singleElement()
          .satisfies(each -> assertThat(each.message()).startsWith(fault));
    }
  }

  @Test
  void everyFaultIsSaidAtOnce() {
    String twice =
        EditedTables.edit(
            EditedTables.with("assign-tier", "inputEntry_assignTier_1_1", "\"atlantis\""),
            "outputEntry_assignTier_3_1",
            "\"ally\"");

    assertThat(faults(twice)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hitPolicy=\"FIRST\"; hitPolicy=\"ANY\"; hit policy",
        "<text>militaryCapability</text>; <text>politicalWill</text>; conditions stay",
        "name=\"tier\"; name=\"level\"; answers stay",
        "typeRef=\"integer\"; typeRef=\"string\"; conditions stay",
        "<decision id=\"assign-tier\"; <decision id=\"assign-rank\"; must be one of",
        "<decision id=\"assign-tier\"; <decision id=\"ASSIGN_TIER\"; must be one of",
        "<decision id=\"assign-tier\"; <decision id=\"deadlines\"; must be one of",
        "<inputExpression id; <inputExpression expressionLanguage=\"groovy\" id; FEEL",
        "<input id; <input camunda:inputVariable=\"x\" id; camunda:inputVariable",
        "<decisionTable id; <businessKnowledgeModel id=\"b\"/><decisionTable id; businessKnowledgeModel",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>; <!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>; no XML",
        "</definitions>; ; no XML",
        "https://www.omg.org/spec/DMN/20191111/MODEL/; urn:other; no DMN",
        // The engine would not take it in when it is released.
        "camunda:historyTimeToLive=\"P3650D\"; ; The historyTimeToLive of the decision stays “P3650D”",
        "camunda:historyTimeToLive=\"P3650D\"; camunda:historyTimeToLive=\"P0D\"; not “P0D”",
        "camunda:historyTimeToLive; camunda:versionTag=\"x\" camunda:historyTimeToLive; versionTag",
        "name=\"Assign tier\" camunda; name=\"Other\" camunda; The name of the decision stays",
        "namespace=\"http; namespace=\"ftp; namespace"
      })
  void whatATableIsMadeOfStays(String from, String to, String fault) {
    String file = EditedTables.delivered("assign-tier");
    assertThat(file).contains(from);

    assertThat(faults(file.replace(from, to == null ? "" : to)))
        .isNotEmpty()
        .anySatisfy(each -> assertThat(each.message()).contains(fault));
  }

  @Test
  void aCellThatNobodyCanReadAtAGlanceIsRefused() {
    String some = ">= 60" + ", >= 60".repeat(5_000);

    assertThat(faults(EditedTables.with("assign-tier", "inputEntry_assignTier_1_2", some)))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.message())
                    .startsWith("Rule 1, Military capability")
                    .contains("must have 1000 characters at most, not 35005"));
  }

  @ParameterizedTest
  @CsvSource({"a", "extensionElements", "x:y"})
  void elementsThatLieInThousandsOfOthersAreRefused(String name) {
    String deep =
        ("<" + name + " xmlns:x='urn:x'>").repeat(3_000) + ("</" + name + ">").repeat(3_000);

    assertThat(
            faults(
                EditedTables.delivered("assign-tier")
                    .replace("<decisionTable", deep + "<decisionTable")))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("no XML that can be read"));
  }

  @Test
  void whatIsWrongAThousandTimesIsSaidOnce() {
    assertThat(
            faults(
                EditedTables.delivered("assign-tier")
                    .replace("<decisionTable", "<script/>".repeat(1_000) + "<decisionTable")))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("no “script”"));
  }

  @Test
  void aTableOfTooManyRulesIsRefused() {
    Faults faults = new Faults();

    files.check(EditedTables.bytes(EditedTables.delivered("assign-tier")), 3, 1_000, faults);

    assertThat(faults.list())
        .extracting(Fault::message)
        .containsExactly("A table has 1 to 3 rules, not 9.");
  }

  private List<Fault> faults(String file) {
    Faults faults = new Faults();
    PolicyTable table = files.check(EditedTables.bytes(file), 200, 1_000, faults);
    assertThat(table == null).isEqualTo(!faults.isEmpty());
    return faults.list();
  }
}
