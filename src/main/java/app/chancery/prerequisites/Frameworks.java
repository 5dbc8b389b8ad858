package app.chancery.prerequisites;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Who takes part in which partnership framework: {@code alliance/partnership_frameworks.csv}. */
@Component
public class Frameworks {

  private static final String TABLE = "alliance/partnership_frameworks.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<String, List<PartnershipFramework>> byCountry;

  Frameworks() {
    try (Reader table =
        new java.io.InputStreamReader(
            new ClassPathResource(TABLE).getInputStream(), StandardCharsets.UTF_8)) {
      byCountry =
          FORMAT.parse(table).stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.get("iso2"),
                      Collectors.mapping(Frameworks::framework, Collectors.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }

  /** Those of a country, in the order of the table; none for an invented country. */
  public List<PartnershipFramework> of(String iso2) {
    return byCountry.getOrDefault(iso2, List.of());
  }

  private static PartnershipFramework framework(CSVRecord row) {
    return new PartnershipFramework(
        row.get("framework"), row.get("status"), row.get("since"), row.get("source"));
  }
}
