package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Table;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleDocumentTest {

  private static final Programme RURITANIA =
      new Programme(
          "XR-2026",
          "XR",
          "Ruritania",
          Programme.Status.ACTIVE,
          Step.INTEGRATION,
          null,
          null,
          null,
          null,
          null,
          null,
          TableVersions.IN_USE);
  private static final Phase PHASE =
      new Phase(
          7,
          "XR-2026",
          1,
          1,
          Instrument.JOINT_TRAINING_INITIATIVE,
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2027, 6, 30),
          null,
          null);

  @Test
  void exercisesStandUnderTheirQuartersAndTheStandardsTheyServe() {
    Document document =
        new ScheduleDocument(
                RURITANIA,
                List.of(PHASE),
                List.of(
                    exercise(1, LocalDate.of(2027, 2, 1), "Signals", "XR; FR"),
                    exercise(2, LocalDate.of(2027, 3, 1), "Signals", "XR"),
                    exercise(3, LocalDate.of(2027, 5, 3), "Command posts", null)))
            .document();

    assertThat(document.summary())
        .isEqualTo("3 joint exercises are planned from 1 Feb 2027 to 3 May 2027.");
    assertThat(tables(document, "Exercises by quarter"))
        .extracting(Table::caption)
        .containsExactly("2027-Q1", "2027-Q2");
    assertThat(tables(document, "Exercises by quarter").get(1).rows())
        .containsExactly(List.of("2027-05-03", "Exercise 3", "not recorded", "Command posts", "1"));
    assertThat(tables(document, "What the exercises serve").get(0).rows())
        .containsExactly(List.of("Command posts", "1"), List.of("Signals", "2"));
    assertThat(tables(document, "Phases").get(0).rows().get(0)).endsWith("3");
    assertThat(document.days())
        .contains(
            new Document.Day(
                "exercise-3@chancery",
                LocalDate.of(2027, 5, 3),
                "Joint exercise: Exercise 3, Ruritania",
                "Serves Command posts. Programme XR-2026."));
  }

  @Test
  void aScheduleWithoutExercisesSaysSo() {
    Document document = new ScheduleDocument(RURITANIA, List.of(PHASE), List.of()).document();

    assertThat(document.summary()).isEqualTo("No joint exercise is planned.");
    assertThat(tables(document, "Exercises by quarter")).isEmpty();
    assertThat(document.days()).isEmpty();
  }

  private static List<Table> tables(Document document, String heading) {
    return document.sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow()
        .tables();
  }

  private static PlannedExercise exercise(
      long id, LocalDate day, String standard, String participants) {
    return new PlannedExercise(id, 7, day, "Exercise " + id, standard, participants, null);
  }
}
