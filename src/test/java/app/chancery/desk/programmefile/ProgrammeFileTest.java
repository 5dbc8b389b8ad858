package app.chancery.desk.programmefile;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ProgrammeFileTest {

  @Autowired ProgrammeFile file;
  @Autowired Programmes programmes;
  @Autowired Deliverables deliverables;

  private String programme;

  @BeforeEach
  void aProgramme() {
    programme = programmes.register(SampleDossiers.ruritania());
  }

  @Test
  void itIsIssuedWhenTheProgrammeEndsAndTellsWhy() {
    programmes.enterStep(programme, Step.PREREQUISITES);
    programmes.leaveStep(programme, Step.PREREQUISITES);
    programmes.close(programme, Outcome.SHELVED, "Parliament is dissolved");

    Deliverable issued =
        deliverables.latest(programme, DeliverableKind.PROGRAMME_FILE).orElseThrow();
    assertThat(issued.isApproved()).isTrue();
    assertThat(issued.document().summary())
        .contains("shelved: prerequisites not met", "Parliament is dissolved");
    assertThat(rows(issued.document(), "Decisions").toString())
        .contains("Programme opened", "Programme ended");
    assertThat(rows(issued.document(), "Notices").toString()).contains("32 delegations");
    assertThat(rows(issued.document(), "The programme").toString()).contains("Prerequisites");
    assertThat(issued.document().sections().get(0).pictures())
        .singleElement()
        .satisfies(
            timeline ->
                assertThat(timeline.description())
                    .matches("Prerequisites: [-\\d]+ to [-\\d]+\\. As of [-\\d]+\\."));
  }

  /** Rule 11: more people may read the file than the stakeholder map. */
  @Test
  void rule11_restrictedDocumentsAreNamedAndNotQuoted() {
    deliverables.issue(programme, DeliverableKind.STAKEHOLDER_MAP, saying("the secret red line"));
    deliverables.issue(programme, DeliverableKind.MEDIA_BRIEF, saying("the open message"));

    Document compiled = file.compile(programme);

    assertThat(compiled.toString())
        .contains("Part 1: Stakeholder map", "Restricted: analysts, envoys")
        .contains("2.1 Content", "the open message")
        .doesNotContain("the secret red line");
  }

  @Test
  void aReplacedVersionAndADraftAreListedAndNotIncluded() {
    deliverables.issue(programme, DeliverableKind.MEDIA_BRIEF, saying("first words"));
    deliverables.issue(programme, DeliverableKind.MEDIA_BRIEF, saying("second words"));
    deliverables.draft(programme, DeliverableKind.MEDIA_BRIEF, saying("third words"));

    Document compiled = file.compile(programme);

    assertThat(compiled.toString())
        .contains("second words")
        .doesNotContain("first words", "third words");
    assertThat(rows(compiled, "Documents"))
        .extracting(row -> row.get(4))
        .containsExactly("replaced by a later version", "part 1", "not approved");
  }

  @Test
  void everyOversightReportIsIncludedBecauseEachStandsForItself() {
    deliverables.issue(programme, DeliverableKind.OVERSIGHT_REPORT, saying("spring"));
    deliverables.issue(programme, DeliverableKind.OVERSIGHT_REPORT, saying("summer"));

    assertThat(file.compile(programme).toString()).contains("spring", "summer");
  }

  private static Document saying(String text) {
    return Document.titled("Title", text).with(Section.headed("Content").saying(text));
  }

  private static List<List<String>> rows(Document document, String heading) {
    return document.sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow()
        .tables()
        .get(0)
        .rows();
  }
}
