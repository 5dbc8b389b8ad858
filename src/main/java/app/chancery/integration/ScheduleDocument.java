package app.chancery.integration;

import static app.chancery.documents.Document.row;
import static java.util.stream.Collectors.toList;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Day;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Lane;
import app.chancery.documents.Picture.Moment;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The joint exercise schedule as it is read.
 *
 * @param exercises by date
 */
record ScheduleDocument(Programme programme, List<Phase> phases, List<PlannedExercise> exercises) {

  private static final String NO_EXERCISE = "No joint exercise is planned.";

  Document document() {
    return Document.titled("Joint exercise schedule: " + programme.name(), summary())
        .with(
            Section.headed("Phases")
                .showing(picture())
                .table(
                    "Phases of integration",
                    List.of("No.", "Instrument", "Planned from", "Planned to", "Exercises"),
                    phases,
                    phase ->
                        row(
                            phase.number(),
                            phase.instrument().title(),
                            phase.plannedFrom(),
                            phase.plannedTo(),
                            of(phase).size()),
                    "No phase is planned."))
        .with(byQuarter())
        .with(
            Section.headed("What the exercises serve")
                .table(
                    "Exercises by standard",
                    List.of("Standard", "Exercises"),
                    standards(),
                    NO_EXERCISE))
        .on(days());
  }

  /** The schedule in one sentence. */
  String summary() {
    return exercises.isEmpty()
        ? NO_EXERCISE
        : Words.counted(
            "schedule.planned",
            exercises.size(),
            Dates.words(exercises.get(0).plannedOn()),
            Dates.words(exercises.get(exercises.size() - 1).plannedOn()));
  }

  /** Under the names that the calendar feed has for them, so that none is in a calendar twice. */
  private List<Day> days() {
    return exercises.stream()
        .map(
            each ->
                new Day(
                    "exercise-%s@chancery".formatted(each.id()),
                    each.plannedOn(),
                    "Joint exercise: %s, %s".formatted(each.name(), programme.name()),
                    "Serves %s. Programme %s.".formatted(each.standard(), programme.key())))
        .toList();
  }

  private Section byQuarter() {
    Map<Long, Integer> numbers =
        phases.stream().collect(Collectors.toMap(Phase::id, Phase::number));
    Map<String, List<PlannedExercise>> quarters =
        exercises.stream()
            .collect(Collectors.groupingBy(PlannedExercise::quarter, TreeMap::new, toList()));
    Section section = Section.headed("Exercises by quarter");
    if (quarters.isEmpty()) {
      return section.saying(NO_EXERCISE);
    }
    for (Map.Entry<String, List<PlannedExercise>> quarter : quarters.entrySet()) {
      section =
          section.table(
              quarter.getKey(),
              List.of("Day", "Exercise", "Who takes part", "Standard served", "Phase"),
              quarter.getValue(),
              each ->
                  row(
                      each.plannedOn(),
                      each.name(),
                      each.participants() == null ? "not recorded" : each.participants(),
                      each.standard(),
                      numbers.get(each.phaseId())),
              NO_EXERCISE);
    }
    return section;
  }

  private Picture picture() {
    return new Picture.Timeline(
        "Phases and their exercises in time",
        null,
        phases.stream()
            .flatMap(
                phase ->
                    Stream.of(
                        Lane.spanning(
                            "Phase %s: %s".formatted(phase.number(), phase.instrument().title()),
                            phase.plannedFrom(),
                            phase.plannedTo()),
                        new Lane(
                            "Exercises of phase " + phase.number(),
                            List.of(),
                            of(phase).stream()
                                .map(each -> new Moment(each.plannedOn(), each.heldOn() != null))
                                .toList())))
            .toList());
  }

  private List<List<String>> standards() {
    return exercises.stream()
        .collect(
            Collectors.groupingBy(PlannedExercise::standard, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<PlannedExercise> of(Phase phase) {
    return exercises.stream().filter(each -> each.phaseId() == phase.id()).toList();
  }
}
