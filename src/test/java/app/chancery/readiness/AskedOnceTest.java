package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.decisions.DecisionTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a table cannot tell apart is one question, and nothing else is. */
class AskedOnceTest {

  private static final int SEED = 20;
  private static final int CASES = 4_000;

  private final Random luck = new Random(SEED);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void theAnswersAreThoseOfTheTableWithFarFewerQuestions() {
    PolicyFiles files = new PolicyFiles();
    AskedOnce once = new AskedOnce(counted(files));

    for (int count = 0; count < CASES; count++) {
      Map<String, Object> ofTier = scores();
      Map<String, Object> ofCap = scores();
      ofCap.put("european", luck.nextBoolean());
      List<Map<String, Object>> tier = once.all("assign-tier", ofTier);
      List<Map<String, Object>> caps = once.all("cap-tier", ofCap);
      // The table itself takes its time.
      if (count % 40 == 0) {
        assertThat(tier).isEqualTo(files.all("assign-tier", ofTier));
        assertThat(caps).isEqualTo(files.all("cap-tier", ofCap));
      }
    }

    assertThat(asked.get()).isLessThan(CASES / 5);
  }

  @Test
  void atEachThresholdTheAnswerIsTheTables() {
    PolicyFiles files =
        new PolicyFiles()
            .with(
                "assign-tier",
                EditedTables.with("assign-tier", "inputEntry_assignTier_1_2", "]59.5..70[, 80"));
    AskedOnce once = new AskedOnce(counted(files));

    for (int score = Scores.LEAST; score <= Scores.MOST; score++) {
      Map<String, Object> inputs = scores();
      inputs.put("region", "europe");
      inputs.put("militaryCapability", score);
      inputs.put("politicalWill", 80);
      inputs.put("economicTies", 80);
      assertThat(once.all("assign-tier", inputs)).isEqualTo(files.all("assign-tier", inputs));
    }
  }

  /** An administrator may deploy what a file that is handed in may not say. */
  @Test
  void aTableThatComparesItsInputsIsAskedForEach() {
    PolicyFiles files =
        new PolicyFiles()
            .with(
                "assign-tier",
                EditedTables.with("assign-tier", "inputEntry_assignTier_1_2", "> politicalWill"));
    AskedOnce once = new AskedOnce(counted(files));

    for (int count = 0; count < CASES / 80; count++) {
      Map<String, Object> inputs = scores();
      assertThat(once.all("assign-tier", inputs)).isEqualTo(files.all("assign-tier", inputs));
    }

    assertThat(asked.get()).isEqualTo(CASES / 80);
  }

  private Map<String, Object> scores() {
    Map<String, Object> inputs = new HashMap<>();
    List<String> regions = PolicyFileTest.REGIONS.regions().keySet().stream().sorted().toList();
    inputs.put("region", regions.get(luck.nextInt(regions.size())));
    for (Dimension dimension : Dimension.values()) {
      inputs.put(dimension.field(), luck.nextInt(Scores.MOST + 1));
    }
    return inputs;
  }

  private DecisionTables counted(PolicyFiles files) {
    return new DecisionTables() {
      @Override
      public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
        asked.incrementAndGet();
        return files.all(table, inputs);
      }

      @Override
      public List<String> tables() {
        return files.tables();
      }

      @Override
      public List<Map<String, String>> rules(String table) {
        return files.rules(table);
      }
    };
  }
}
