package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.documents.Document.Section;
import app.chancery.platform.files.IncomingFiles;
import app.chancery.programme.Programmes;
import app.chancery.records.Corrected;
import app.chancery.records.Correction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.xml.DomXmpParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Printed documents that can be read in fifty years: PDF/A-3a and PDF/UA-1, with their data. */
@OfficeTest
class DocumentsForTheArchiveTest {

  private static final String GEORGIAN = long200("საქართველოს თავდაცვის სამინისტრო ");
  private static final String GREEK = long200("Υπουργείο Εθνικής Άμυνας ");
  private static final String ARABIC = long200("وزارة الدفاع الوطني ");

  @Autowired DeliverablePdfs pdfs;
  @Autowired Deliverables deliverables;
  @Autowired Programmes programmes;
  @Autowired IncomingFiles incoming;
  @Autowired ObjectMapper json;

  private String programme;

  @BeforeEach
  void aProgramme() {
    programme = programmes.register(SampleDossiers.ruritania());
  }

  @ParameterizedTest
  @EnumSource(DeliverableKind.class)
  void everyKindOfDocumentIsFitForAnArchiveWithLongNamesAndPictures(DeliverableKind kind) {
    Document document = Document.titled(GEORGIAN, ARABIC).with(pictures());
    for (String name : List.of(GEORGIAN, GREEK, ARABIC)) {
      document =
          document.with(
              Section.headed(name)
                  .saying(name)
                  .fact(name, name)
                  .table(name, List.of(name, "2"), List.of(List.of(name, name)), "None")
                  .list(name, List.of(name), "None"));
    }
    Deliverable approved = deliverables.issue(programme, kind, document);

    assertThat(VeraPdf.faults(pdfs.pdf(DeliverableView.of(approved, GEORGIAN)))).isEmpty();
  }

  /** One of each drawing; how crowded ones are is another question. */
  private static Section pictures() {
    return Section.headed(GREEK)
        .showing(SamplePictures.grid())
        .showing(SamplePictures.bars())
        .showing(SamplePictures.timeline())
        .showing(SamplePictures.positions())
        .showing(SamplePictures.trends())
        .showing(SamplePictures.risks());
  }

  static Stream<Document> hard() {
    return DeliverablePdfsTest.hard();
  }

  @ParameterizedTest
  @MethodSource("hard")
  void soIsADraftOfWhateverStrainsItsPages(Document document) {
    assertThat(VeraPdf.faults(pdfs.pdf(draft(document)))).isEmpty();
  }

  /** What is missing, and where that is asked for. */
  @ParameterizedTest
  @CsvSource({
    "OutputIntents, 3a 6.2.4.3",
    "Metadata, 3a 6.6.2.1",
    "AF, 3a 6.8",
    "MarkInfo, 3a 6.7.2.2",
    "StructTreeRoot, ua1 7.1",
    "Lang, ua1 7.2"
  })
  void whatIsNotFitIsFound(String missing, String clause) throws IOException {
    byte[] pdf = pdfs.pdf(draft(SampleDocuments.empty()));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      COSName entry = COSName.getPDFName(missing);
      assertThat(catalog.containsKey(entry)).isTrue();
      catalog.removeItem(entry);
      document.save(changed);
    }

    assertThat(VeraPdf.faults(changed.toByteArray()))
        .anyMatch(fault -> fault.startsWith(clause + "-"));
  }

  @Test
  void itsDataIsNamedDatedAndSaidToBeWhatItWasMadeFrom() throws IOException {
    Deliverable approved =
        deliverables.issue(programme, DeliverableKind.MEDIA_BRIEF, SampleDocuments.full());

    try (Paper paper = new Paper(pdfs.pdf(approved))) {
      PDComplexFileSpecification attached = paper.attached();
      PDEmbeddedFile file = attached.getEmbeddedFileUnicode();
      assertThat(attached.getFileUnicode()).isEqualTo("XR-2026-media-brief-v1.json");
      assertThat(attached.getFile()).isEqualTo(attached.getFileUnicode());
      assertThat(attached.getFileDescription())
          .isEqualTo("This document as data (JSON), for programs");
      assertThat(attached.getCOSObject().getNameAsString(COSName.AF_RELATIONSHIP))
          .isEqualTo("Source");
      assertThat(file.getSubtype()).isEqualTo("application/json");
      assertThat(file.getSize()).isEqualTo(file.toByteArray().length);
      assertThat(List.of(file.getCreationDate(), file.getModDate()))
          .allMatch(date -> date.toInstant().equals(second(approved.createdAt())));
      JsonNode data = json.readTree(file.toByteArray());
      assertThat(data.path("id").asLong()).isEqualTo(approved.id());
      assertThat(json.treeToValue(data.path("document"), Document.class))
          .isEqualTo(approved.document());
    }
  }

  @Test
  void whatItSaysOfItselfItSaysTwiceAlike() throws Exception {
    Deliverable draft = draft(SampleDocuments.full());

    try (Paper paper = new Paper(pdfs.pdf(draft))) {
      var information = paper.pdf().getDocumentInformation();
      XMPMetadata metadata =
          new DomXmpParser()
              .parse(paper.pdf().getDocumentCatalog().getMetadata().exportXMPMetadata());
      assertThat(metadata.getPDFAIdentificationSchema().getPart()).isEqualTo(3);
      assertThat(metadata.getPDFAIdentificationSchema().getConformance()).isEqualTo("A");
      assertThat(metadata.getXMPBasicSchema().getCreateDate().toInstant())
          .isEqualTo(information.getCreationDate().toInstant())
          .isEqualTo(second(draft.createdAt()));
      assertThat(metadata.getDublinCoreSchema().getTitle()).isEqualTo(information.getTitle());
      assertThat(metadata.getDublinCoreSchema().getDescription())
          .isEqualTo(information.getSubject());
      assertThat(metadata.getAdobePDFSchema().getProducer()).isEqualTo("Chancery");
    }
  }

  /** A print is for all readers of a kind, and a correction may be for the staff alone. */
  @Test
  void whatWasCorrectedSinceIsNoPartOfIt() throws IOException {
    Deliverable approved =
        deliverables.issue(programme, DeliverableKind.MEDIA_BRIEF, SampleDocuments.empty());
    OffsetDateTime at = approved.createdAt();
    Correction correction =
        new Correction(
            1,
            programme,
            Corrected.ACTIVITY_DATE,
            1,
            "2026-10-01",
            "2026-10-01",
            "2026-10-02",
            "A reason for the staff.",
            at.minusDays(1),
            "officer",
            at.plusDays(1));
    DeliverableView corrected = DeliverableView.of(approved, "Ruritania", List.of(correction));

    byte[] pdf = pdfs.pdf(corrected);

    assertThat(pdf).isEqualTo(pdfs.pdf(DeliverableView.of(approved, "Ruritania")));
    try (Paper paper = new Paper(pdf)) {
      assertThat(paper.attached().getEmbeddedFileUnicode().toByteArray())
          .isEqualTo(json.writeValueAsBytes(DeliverableView.of(approved, "Ruritania")));
    }
  }

  @Test
  void aDocumentOfOursIsTakenAndShownWhereItIsHungOn() {
    byte[] pdf = pdfs.pdf(draft(SampleDocuments.full()));

    assertThat(incoming.take("brief.pdf", pdf).shown()).isTrue();
  }

  private Deliverable draft(Document document) {
    return deliverables.draft(programme, DeliverableKind.MEDIA_BRIEF, document);
  }

  private static Instant second(OffsetDateTime moment) {
    return moment.toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String long200(String name) {
    return name.repeat(200 / name.length() + 1).substring(0, 200).strip();
  }
}
