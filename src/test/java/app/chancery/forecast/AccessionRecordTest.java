package app.chancery.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.reading.Columns;
import app.chancery.platform.reading.Table;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessionRecordTest {

  private static final String HEAD = "round,country,iso2,stage,date,source\n";

  @Test
  void everyAccessionAfterTheFoundingIsThereWithTheDayOnWhichTheCountryBecameAParty()
      throws IOException {
    Map<String, String> parties = new HashMap<>();
    rows("/alliance/nato_members.csv", "country", "iso2", "iso3", "party_since", "source").stream()
        .filter(row -> !row.value("party_since").equals("1949-04-04"))
        .forEach(row -> parties.put(row.value("iso2"), row.value("party_since")));
    Map<String, String> acceded = new HashMap<>();
    rows("/alliance/accessions.csv", "round", "country", "iso2", "stage", "date", "source").stream()
        .filter(row -> row.value("stage").equals("accession"))
        .forEach(row -> acceded.put(row.value("iso2"), row.value("date")));

    assertThat(acceded).hasSizeGreaterThan(15).isEqualTo(parties);
  }

  @Test
  void countriesThatWentTogetherAreOneWay() {
    assertThat(new AccessionRecord().ways())
        .extracting(Way::called)
        .contains("Greece, Türkiye", "Albania, Croatia", "Finland", "Sweden");
  }

  @Test
  void whatIsWrongInTheFileIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    "2030,Ruritania,XR,signature,2030-02-30,\n",
                    "2030,Dorelia,XD,protocol,2030-05-01,sample\n",
                    "2030,Dorelia,XD,talks,2030-06-01,sample\n"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(each -> each.field())
                    .contains(
                        "line 2, column 4 (stage)",
                        "line 2, column 5 (date)",
                        "line 2, column 6 (source)",
                        "Dorelia"));
  }

  private static AccessionRecord read(String... rows) {
    return new AccessionRecord((HEAD + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Table.Row> rows(String file, String... columns) throws IOException {
    try (InputStream in = AccessionRecordTest.class.getResourceAsStream(file)) {
      Faults faults = new Faults();
      return Table.read(in.readAllBytes(), Columns.all(Arrays.asList(columns)), faults).rows();
    }
  }
}
