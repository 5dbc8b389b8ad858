package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.words.Coded;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules that no policy may break, and the example that shows it. */
class AlwaysHoldsTest {

  private final AlwaysHolds rules = new AlwaysHolds(PolicyFileTest.REGIONS);

  @ParameterizedTest
  @EnumSource(PolicyTable.class)
  void thePolicyAsItIsDeliveredBreaksNone(PolicyTable table) {
    assertThat(broken(new PolicyFiles(), table)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // The interim ally of Europe needs more than its full candidate; nothing falls.
        "assign-tier; inputEntry_assignTier_2_2; >= 70; ",
        // Full candidate from 60 to 80 alone: 81 is an interim ally.
        "assign-tier; inputEntry_assignTier_1_2; [60..80]; Europe: raising Military capability would lower the tier (rule 3). With 80 it is full candidate, with 81 it is interim ally",
        "assign-tier; inputEntry_assignTier_3_1; \"indo-pacific\"; No rule",
        "cap-tier; inputEntry_capTier_6_4; [35..55]; ",
        "cap-tier; inputEntry_capTier_7_4; >= 90; Europe: raising Domestic support would lower the cap (rule 3)",
        "cap-tier; outputEntry_capTier_1_2; \"full-candidate\"; could be a full candidate, with 100 in every score (rule 2, Article 10)",
        "cap-tier; outputEntry_capTier_2_1; \"none\"; ",
        "cap-tier; inputEntry_capTier_3_2; \"indo-pacific\"; Europe: with Interoperability of 0",
        "cap-tier; inputEntry_capTier_7_1; true; Europe, a candidate that is no European State: with Domestic support of 0",
        "cap-tier; inputEntry_capTier_3_1; false; Europe: with Interoperability of 0",
        "score-readiness; outputEntry_scoreReadiness_1_4; -1; Europe, Military capability: Defence spending counts nothing at 0.0 and in full at -1.0",
        "score-readiness; outputEntry_scoreReadiness_1_2; 60; Europe, Military capability: the weights add up to 90.0 and not to 100.",
        "indicator-freshness; outputEntry_indicatorFreshness_1_1; 0; counts for 0 months",
        "package-template; outputEntry_packageTemplate_5_2; \"The guarantee of Article 5\"; guarantee of Article 5",
        "package-template; outputEntry_packageTemplate_5_2; \"An armed attack against it is an attack against all Allies\"; guarantee of Article 5",
        "package-template; outputEntry_packageTemplate_5_2; \"Another line\"; ",
        "instruments; inputEntry_instruments_3_1; \"interim-ally\",\"full-candidate\"; Full Membership Accession would be offered to the tier interim ally",
        "instruments; outputEntry_instruments_1_6; 3; its time goes from 6 to 3 months",
        "alliance-capacity; outputEntry_allianceCapacity_1_1; -2; “low” has -2 points",
        "alliance-capacity; inputEntry_allianceCapacity_1_1; \"low\",\"high\"; Several rules of the decision table 'alliance-capacity' match {item=high}; only one may.",
        "indicator-freshness; inputEntry_indicatorFreshness_1_1; \"occStage\",\"defenceSpendingPctGdp\"; Several rules of the decision table 'indicator-freshness' match {indicator=occStage}",
        "alliance-capacity; outputEntry_allianceCapacity_4_1; 10; "
      })
  void aTableThatBreaksOneIsRefusedWithAnExample(
      String table, String cell, String text, String example) {
    List<String> broken =
        broken(
            new PolicyFiles().with(table, EditedTables.with(table, cell, text)),
            Coded.of(PolicyTable.class, table));

    if (example == null) {
      assertThat(broken).isEmpty();
    } else {
      assertThat(broken).anySatisfy(each -> assertThat(each).contains(example));
    }
  }

  private List<String> broken(PolicyFiles files, PolicyTable table) {
    PackageTemplates templates = new PackageTemplates(files);
    return rules.broken(
        new Policy(
            new Tiering(files, templates), null, null, templates, files, null, () -> "tried"),
        table);
  }
}
