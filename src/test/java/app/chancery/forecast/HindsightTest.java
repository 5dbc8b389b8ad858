package app.chancery.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.forecast.Hindsight.Looked;
import app.chancery.platform.time.WorkingDays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class HindsightTest {

  @Autowired Hindsight hindsight;
  @Autowired HindsightDocument document;
  @Autowired ForecastPolicy policy;
  @Autowired WorkingDays workingDays;

  @Test
  void thePageIsWhatTheCommandMakes() throws IOException {
    Path made = Path.of("target", "forecast.md");
    Files.writeString(made, document.markdown());

    assertThat(Path.of("docs", "forecast.md"))
        .as("the forecasts have changed; look at %s and copy it there", made)
        .hasSameTextualContentAs(made);
  }

  /** Counted anew: the page says what it is, whether that speaks for the forecasts or not. */
  @Test
  void thePageSaysInHowManyForecastsTheRealDayWasInBetweenAndHowFarOffTheMedianIs()
      throws IOException {
    List<Looked> looks = hindsight.looks();
    int inside = 0;
    for (Looked look : looks) {
      StageForecast told = look.forecast();
      inside += told.p10().isAfter(look.real()) || told.p90().isBefore(look.real()) ? 0 : 1;
    }
    List<Long> errors =
        looks.stream()
            .map(look -> ChronoUnit.DAYS.between(look.forecast().p50(), look.real()))
            .map(Math::abs)
            .sorted()
            .toList();

    assertThat(looks).hasSizeGreaterThan(40);
    assertThat(Files.readString(Path.of("docs", "forecast.md")))
        .contains(
            "**Of %s forecasts %s have the real day between the early and the late one: %s per cent"
                .formatted(looks.size(), inside, Math.round(100.0 * inside / looks.size())))
        .contains("no more than %s days off".formatted(errors.get(errors.size() / 2)));
  }

  @Test
  void noRowNamesProgrammesOfTheOfficeAndWhatIsNotTriedIsSaid() {
    assertThat(hindsight.looks())
        .extracting(look -> look.forecast().stage())
        .doesNotContain(Stage.CONSENSUS);
    assertThat(document.markdown())
        .contains("Consensus is not tried here", "| all recorded accessions |")
        .doesNotContain("this office's programmes");
  }

  @Test
  void anAccessionOnTheDayOfEntryIntoForceIsNoneBeforeTheEarlyDay() {
    List<Looked> sameDay =
        hindsight.looks().stream()
            .filter(look -> look.from() == Stage.ENTRY_INTO_FORCE)
            .filter(look -> look.real().equals(look.madeOn()))
            .toList();

    assertThat(sameDay).isNotEmpty().allMatch(Looked::isInside);
  }

  @Test
  void everyAccessionIsLookedAt() {
    assertThat(hindsight.looks())
        .extracting(look -> look.way().round())
        .containsAll(new AccessionRecord().ways().stream().map(Way::round).toList());
  }

  @Test
  void whatCameOfTheOneThatIsLeftOutIsInNoForecastOfIt() throws IOException {
    String record;
    try (InputStream file = getClass().getResourceAsStream("/alliance/accessions.csv")) {
      record = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    String otherwise =
        record.replace("2024-03-07", "2029-03-07").replace("2023-04-04", "2028-04-04");
    assertThat(otherwise).isNotEqualTo(record);

    assertThat(madeOnTheDayOfTheSignatureOf("Finland", otherwise))
        .hasSize(2)
        .isEqualTo(madeOnTheDayOfTheSignatureOf("Finland", record));
    assertThat(madeOnTheDayOfTheSignatureOf("Montenegro", otherwise))
        .isNotEqualTo(madeOnTheDayOfTheSignatureOf("Montenegro", record));
  }

  private List<StageForecast> madeOnTheDayOfTheSignatureOf(String country, String record) {
    return new Hindsight(
            new AccessionRecord(record.getBytes(StandardCharsets.UTF_8)), policy, workingDays)
        .looks().stream()
            .filter(look -> look.way().called().equals(country) && look.from() == Stage.PROTOCOL)
            .map(Looked::forecast)
            .toList();
  }
}
