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

  Document document() {
    return Document.titled(
            Words.of("scheduleDocument.jointExerciseSchedule").formatted(programme.name()),
            summary())
        .with(
            Section.headed(Words.of("scheduleDocument.phases"))
                .showing(picture())
                .table(
                    Words.of("scheduleDocument.phasesOfIntegration"),
                    List.of(
                        Words.of("scheduleDocument.no"),
                        Words.of("scheduleDocument.instrument"),
                        Words.of("scheduleDocument.plannedFrom"),
                        Words.of("scheduleDocument.plannedTo"),
                        Words.of("scheduleDocument.exercises")),
                    phases,
                    phase ->
                        row(
                            phase.number(),
                            phase.instrument().title(),
                            phase.plannedFrom(),
                            phase.plannedTo(),
                            of(phase).size()),
                    Words.of("scheduleDocument.noPhaseIsPlanned")))
        .with(byQuarter())
        .with(
            Section.headed(Words.of("scheduleDocument.whatTheExercisesServe"))
                .table(
                    Words.of("scheduleDocument.exercisesByStandard"),
                    List.of(
                        Words.of("scheduleDocument.standard"),
                        Words.of("scheduleDocument.exercises")),
                    standards(),
                    Words.of("scheduleDocument.noExercise")))
        .on(days());
  }

  /** The schedule in one sentence. */
  String summary() {
    return exercises.isEmpty()
        ? Words.of("scheduleDocument.noExercise")
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
                    Words.of("scheduleDocument.jointExercise")
                        .formatted(each.name(), programme.name()),
                    Words.of("scheduleDocument.servesProgramme")
                        .formatted(each.standard(), programme.key())))
        .toList();
  }

  private Section byQuarter() {
    Map<Long, Integer> numbers =
        phases.stream().collect(Collectors.toMap(Phase::id, Phase::number));
    Map<String, List<PlannedExercise>> quarters =
        exercises.stream()
            .collect(Collectors.groupingBy(PlannedExercise::quarter, TreeMap::new, toList()));
    Section section = Section.headed(Words.of("scheduleDocument.exercisesByQuarter"));
    if (quarters.isEmpty()) {
      return section.saying(Words.of("scheduleDocument.noExercise"));
    }
    for (Map.Entry<String, List<PlannedExercise>> quarter : quarters.entrySet()) {
      section =
          section.table(
              quarter.getKey(),
              List.of(
                  Words.of("scheduleDocument.day"),
                  Words.of("scheduleDocument.exercise"),
                  Words.of("scheduleDocument.whoTakesPart"),
                  Words.of("scheduleDocument.standardServed"),
                  Words.of("scheduleDocument.phase")),
              quarter.getValue(),
              each ->
                  row(
                      each.plannedOn(),
                      each.name(),
                      each.participants() == null
                          ? Words.of("scheduleDocument.notRecorded")
                          : each.participants(),
                      each.standard(),
                      numbers.get(each.phaseId())),
              Words.of("scheduleDocument.noExercise"));
    }
    return section;
  }

  private Picture picture() {
    return new Picture.Timeline(
        Words.of("scheduleDocument.phasesAndTheirExercisesInTime"),
        null,
        phases.stream()
            .flatMap(
                phase ->
                    Stream.of(
                        Lane.spanning(
                            Words.of("scheduleDocument.phase2")
                                .formatted(phase.number(), phase.instrument().title()),
                            phase.plannedFrom(),
                            phase.plannedTo()),
                        new Lane(
                            Words.of("scheduleDocument.exercisesOfPhase").formatted(phase.number()),
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
