package app.chancery.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;

class TableConverterTest {

  private enum Colour implements Coded {
    DARK_RED
  }

  private record Part(String kind, long count) {}

  private record Inner(Double mean, Map<String, Integer> byName) {}

  private record Row(
      @JsonProperty("called") String name,
      Colour colour,
      LocalDate day,
      OffsetDateTime at,
      boolean open,
      Inner inner,
      @JsonUnwrapped Part part,
      List<Part> parts,
      List<String> words) {}

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-07-01T16:30:00Z");

  @TempDir private Path folder;

  private final TableConverter converter =
      new TableConverter(new Days(Clock.systemUTC(), ZoneId.of("Europe/Brussels")));

  @Test
  void theFieldsOfTheJsonAreTheColumnsAndWhatLiesWithinIsCalledByBoth() throws IOException {
    assertThat(csv(row("Dorelia"), row("Ruritania")))
        .isEqualTo(
            """
            called,colour,day,at,open,inner.mean,inner.byName.FR,kind,count,parts.one.count,words\r
            Dorelia,dark-red,2026-06-30,2026-07-01T16:30:00Z,true,1.5,2,own,7,3,a; b\r
            Ruritania,dark-red,2026-06-30,2026-07-01T16:30:00Z,true,1.5,2,own,7,3,a; b\r
            """);
  }

  @Test
  void whatLiesWithinAFieldStandsTogetherWhicheverRowsHaveIt() throws IOException {
    Row none = new Row("none", null, null, null, false, null, null, List.of(), List.of());
    Row other =
        new Row(
            "other",
            null,
            null,
            null,
            false,
            new Inner(2.5, Map.of("DE", 4)),
            null,
            List.of(new Part("two", 5)),
            List.of());

    assertThat(csv(none, row("one"), other))
        .startsWith(
            "called,colour,day,at,open,inner.mean,inner.byName.FR,inner.byName.DE,part,"
                + "parts.one.count,parts.two.count,words,kind,count\r\n")
        .contains("other,,,,false,2.5,,4,,,5,,,\r\n");
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    Row empty = new Row(null, null, null, null, false, null, null, List.of(), List.of());

    assertThat(csv(empty)).contains("\r\n,,,,false,,,,");
    assertThat(sheet(empty)).doesNotContain("null");
    assertThat(csv()).isEqualTo("called,colour,day,at,open,inner,parts,words\r\n");
    assertThat(texts()).contains("called", "words");
  }

  /** What a spreadsheet would compute, fetch or run. */
  @Test
  void noTextIsAFormula() throws IOException {
    for (String text :
        List.of(
            "=1+1",
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-1+2",
            "@SUM(A1)",
            "\t=1",
            "=cmd|' /C calc'!A0")) {
      assertThat(csv(row(text))).as(text).containsPattern("(?m)^\"?'");
      assertThat(sheet(row(text))).as(text).doesNotContain("<f>").doesNotContain("<f ");
    }
    assertThat(csv(row("Minus - within"))).contains("\r\nMinus - within,");
  }

  @Test
  void daysAndMomentsAreOnesInAWorkbookAndMomentsAreInTheZoneOfTheAlliance() throws IOException {
    String sheet = sheet(row("Dorelia"));

    // Days since the end of 1899, as spreadsheets count: 30 June 2026, and 18:30 of the next day.
    assertThat(sheet).contains("<v>46203").contains("<v>46204.77083");
    assertThat(texts(row("Dorelia"))).contains("at (Europe/Brussels)").doesNotContain("2026-06-30");
  }

  @Test
  void lettersOfAnyScriptAndQuotesAreKept() throws IOException {
    String name = "საქართველო, \"the\" 한국 🏛";

    assertThat(csv(row(name))).contains("\"საქართველო, \"\"the\"\" 한국 🏛\"");
    assertThat(Jsoup.parse(texts(row(name)), Parser.xmlParser()).text()).contains(name);
  }

  @Test
  void aTextThatNoCellOfAWorkbookHoldsIsCutThereAndWholeInTheCsv() throws IOException {
    String text = "x".repeat(40_000);

    assertThat(csv(row(text))).contains(text);
    assertThat(texts(row(text))).contains("x".repeat(32_767)).doesNotContain("x".repeat(32_768));
  }

  private static Row row(String name) {
    return new Row(
        name,
        Colour.DARK_RED,
        LocalDate.of(2026, 6, 30),
        AT,
        true,
        new Inner(1.5, Map.of("FR", 2)),
        new Part("own", 7),
        List.of(new Part("one", 3)),
        List.of("a", "b"));
  }

  private String csv(Row... rows) throws IOException {
    return new String(written(Table.CSV, rows), StandardCharsets.UTF_8);
  }

  private String sheet(Row... rows) throws IOException {
    return entries(workbook(rows)).get("xl/worksheets/sheet1.xml");
  }

  private String texts(Row... rows) throws IOException {
    return entries(workbook(rows)).get("xl/sharedStrings.xml");
  }

  private byte[] workbook(Row... rows) throws IOException {
    return written(Table.XLSX, rows);
  }

  private byte[] written(String type, Row... rows) throws IOException {
    MockHttpOutputMessage output = new MockHttpOutputMessage();
    converter.write(
        Table.of("rows", Row.class, List.of(rows)), MediaType.parseMediaType(type), output);
    assertThat(output.getHeaders().getContentDisposition().isAttachment()).isTrue();
    return output.getBodyAsBytes();
  }

  /** By its directory, as spreadsheets read it. */
  private Map<String, String> entries(byte[] workbook) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(Files.write(folder.resolve("rows.xlsx"), workbook).toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
