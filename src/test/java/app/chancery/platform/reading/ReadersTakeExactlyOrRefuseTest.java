package app.chancery.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

/**
 * Rule 13, for any file: what is accepted and written out again reads the same, all else is refused
 * with its place.
 */
class ReadersTakeExactlyOrRefuseTest {

  private static final int MANY = 3000;
  private static final List<String> NAMES = List.of("code", "name", "note");
  private static final Columns COLUMNS = Columns.all(NAMES);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final StrictJson JSON =
      new StrictJson(new JsonLimits(20, 1000, 50, 20000, 100000), MAPPER);

  private static final String TABLE =
      """
      code,name,note
      XA,Aldermark,"of two
      lines, ""quoted"" \"

      XB, Côte d’Essai ,日本
      XC,,
      """;

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.strings()
        .withChars("ab,;\"\r\n\t |é日=-'")
        .ofMaxLength(8)
        .list()
        .ofSize(NAMES.size())
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadAndKeepsItsLine(@ForAll("tables") List<List<String>> rows) {
    List<List<String>> whole = new ArrayList<>(rows);
    // So that there is a row, and none that says what the header says.
    whole.add(List.of("XA", "x", "y"));
    Faults faults = new Faults();

    Table read = Table.read(csv(whole), COLUMNS, faults);

    assertThat(faults.list()).isEmpty();
    assertThat(values(read))
        .isEqualTo(
            whole.stream()
                .map(row -> row.stream().map(String::strip).toList())
                .filter(row -> !row.stream().allMatch(String::isEmpty))
                .toList());
    int last = read.rows().get(read.rows().size() - 1).line();
    assertThat(last).isEqualTo(1 + ends(csv(whole)) - 1);
  }

  @Test
  void aMutatedTableIsReadAsALibraryReadsItOrRefusedWithItsPlace() {
    AtomicInteger accepted = new AtomicInteger();
    Mutations.of(
        TABLE.getBytes(StandardCharsets.UTF_8),
        MANY,
        file -> {
          List<Fault> faults = new ArrayList<>();
          Table read = read(file, faults);
          if (faults.isEmpty()) {
            accepted.incrementAndGet();
            assertThat(values(read)).isEqualTo(byLibrary(file));
            assertThat(values(read(csv(values(read)).getBytes(StandardCharsets.UTF_8), faults)))
                .isEqualTo(values(read));
            assertThat(values(read).toString()).doesNotContain("\uFFFD", "\u0000");
          } else {
            assertThat(faults)
                .isNotEmpty()
                .allMatch(fault -> fault.field().matches("(?s)line \\d+.*"));
          }
        });
    assertThat(accepted.get()).isBetween(MANY / 20, MANY * 9 / 10);
  }

  @Test
  void aMutatedDossierIsOneValueOrRefusedWithItsPlace() throws IOException {
    AtomicInteger accepted = new AtomicInteger();
    Mutations.of(
        Files.readAllBytes(Path.of("src/main/resources/dossiers/moldova-2024.json")),
        MANY,
        file -> {
          try {
            JsonNode read = JSON.read(file);
            if (read.isMissingNode()) {
              return;
            }
            accepted.incrementAndGet();
            assertThat(MAPPER.readTree(file)).isEqualTo(read);
            assertThat(JSON.read(MAPPER.writeValueAsBytes(read))).isEqualTo(read);
            assertThat(read.toString()).doesNotContain("\uFFFD", "\\u0000", "\u202E");
          } catch (Refused refused) {
            assertThat(refused.faults())
                .isNotEmpty()
                .allMatch(
                    fault ->
                        !fault.field().isEmpty()
                            || fault.message().matches(".*\\(line \\d+, column \\d+\\)"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat(accepted.get()).isBetween(MANY / 20, MANY * 9 / 10);
  }

  private static Table read(byte[] file, List<Fault> told) {
    Faults faults = new Faults();
    try {
      Table read = Table.read(file, COLUMNS, faults);
      told.addAll(faults.list());
      return read;
    } catch (Refused refused) {
      told.addAll(refused.faults());
      return null;
    }
  }

  private static List<List<String>> values(Table table) {
    return table.rows().stream().map(row -> NAMES.stream().map(row::value).toList()).toList();
  }

  /** By the header's names, without what is wholly empty. */
  private static List<List<String>> byLibrary(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    try (StringReader csv =
        new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      List<List<String>> rows =
          format.parse(csv).stream()
              .map(row -> row.stream().map(String::strip).toList())
              .filter(row -> !row.stream().allMatch(String::isEmpty))
              .toList();
      // Of a name, unlike of a value, blanks of any kind around it are no part.
      List<String> header =
          rows.get(0).stream()
              .map(name -> name.replaceAll("^[\\h\\uFEFF]+|[\\h\\uFEFF]+$", ""))
              .toList();
      return rows.stream()
          .skip(1)
          .map(row -> NAMES.stream().map(name -> row.get(header.indexOf(name))).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String csv(List<List<String>> rows) {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord(NAMES);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  private static int ends(String text) {
    return text.split("\r\n|\r|\n", -1).length - 1;
  }
}
