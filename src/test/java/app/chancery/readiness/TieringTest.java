package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class TieringTest {

  @Autowired Tiering tiering;
  @Autowired DossierReader reader;
  @Autowired ObjectMapper json;

  @ParameterizedTest
  @CsvSource({
    "finland-2022, FULL_CANDIDATE",
    "bosnia-and-herzegovina-2024, INTERIM_ALLY",
    "moldova-2024, STRATEGIC_PARTNER",
    "japan-2024, STRATEGIC_PARTNER"
  })
  void realDossiersGetTheTierThatPolicymakersExpect(String file, Tier tier) throws IOException {
    assertThat(tiering.assess(dossier(file)).tier()).isEqualTo(tier);
  }

  @Test
  void aDossierStrongInEverythingMakesAFullCandidate() {
    Assessment assessment = tiering.assess(SampleDossiers.ruritania());

    assertThat(assessment.tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(assessment.caps()).isEmpty();
  }

  private Dossier dossier(String file) throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("/dossiers/" + file + ".json")) {
      return reader.read(json.readTree(stream));
    }
  }
}
