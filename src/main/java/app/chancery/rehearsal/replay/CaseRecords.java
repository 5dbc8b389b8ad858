package app.chancery.rehearsal.replay;

import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.integration.AccessionEntry;
import app.chancery.integration.AccessionStage;
import app.chancery.integration.Accessions;
import app.chancery.platform.time.Moments;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.replay.ReplayResult.Stage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the processes have put on record for the candidates of a case. */
@Component
class CaseRecords {

  private static final Map<AccessionStage, CaseEvent> STAGES =
      Map.of(
          AccessionStage.ENTERED_INTO_FORCE, CaseEvent.ENTERED_INTO_FORCE,
          AccessionStage.ACCEDED, CaseEvent.ACCEDED);

  private static final Map<Round.Status, CaseEvent> ROUNDS =
      Map.of(
          Round.Status.ADOPTED, CaseEvent.PROPOSAL_ADOPTED,
          Round.Status.BROKEN, CaseEvent.SILENCE_BROKEN);

  private final Council council;
  private final Accessions accessions;
  private final PeoplesTasks tasks;
  private final Programmes programmes;

  CaseRecords(Council council, Accessions accessions, PeoplesTasks tasks, Programmes programmes) {
    this.council = council;
    this.accessions = accessions;
    this.tasks = tasks;
    this.programmes = programmes;
  }

  /** What came out, when it was recorded. */
  List<Occurrence> occurrences(List<Candidacy> candidacies) {
    return candidacies.stream()
        .flatMap(each -> occurrences(each.candidate(), each.programme()))
        .sorted(Comparator.comparing(Occurrence::date))
        .toList();
  }

  private Stream<Occurrence> occurrences(String candidate, String programme) {
    return Stream.concat(
        council.rounds(programme).stream()
            .filter(round -> ROUNDS.containsKey(round.status()))
            .map(
                round ->
                    new Occurrence(
                        candidate, ROUNDS.get(round.status()), round.endedAt().toInstant())),
        accessions.of(programme).stream()
            .filter(entry -> STAGES.containsKey(entry.stage()))
            .map(
                entry ->
                    new Occurrence(
                        candidate, STAGES.get(entry.stage()), entry.recordedAt().toInstant())));
  }

  /** What a programme still waits for, as the end of a sentence; may be empty. */
  String awaited(String programme) {
    String awaited = tasks.awaited(programme);
    return awaited.isEmpty() ? "" : "; the process waits for: " + awaited;
  }

  /** The stages of all candidates, each in its order. */
  List<Stage> stages(List<Candidacy> candidacies) {
    List<Stage> stages = new ArrayList<>();
    candidacies.forEach(each -> add(each.candidate(), each.programme(), stages));
    return stages;
  }

  private void add(String candidate, String programme, List<Stage> stages) {
    Programme course = programmes.get(programme);
    List<Round> rounds = council.rounds(programme);
    if (rounds.isEmpty()) {
      return;
    }
    LocalDate adopted =
        rounds.stream()
            .filter(round -> round.status() == Round.Status.ADOPTED)
            .map(round -> day(round.endedAt()))
            .findFirst()
            .orElse(null);
    stages.add(stage(candidate, "consensus", day(rounds.get(0).circulatedAt()), adopted, course));
    LocalDate from = adopted;
    for (Next next : Next.values()) {
      if (from == null) {
        return;
      }
      LocalDate to = first(programme, next.until).orElse(null);
      stages.add(stage(candidate, next.title, from, to, course));
      from = to;
    }
  }

  /** What a stage did not come to before its programme ended, it never will. */
  private static Stage stage(
      String candidate, String name, LocalDate from, LocalDate to, Programme programme) {
    return to == null && !programme.isOpen()
        ? new Stage(candidate, name, from, day(programme.endedAt()), programme.outcome().sentence())
        : new Stage(candidate, name, from, to, null);
  }

  /** The stages behind the council's, each until a stage of the accession is reached. */
  private enum Next {
    TALKS("up to the talks", AccessionStage.TALKS_HELD),
    LETTER("up to the letter of intent", AccessionStage.LETTER_OF_INTENT),
    SIGNATURE("up to the signature", AccessionStage.PROTOCOL_SIGNED),
    RATIFICATION("ratification", AccessionStage.ENTERED_INTO_FORCE),
    ACCESSION("accession", AccessionStage.ACCEDED);

    private final String title;
    private final AccessionStage until;

    Next(String title, AccessionStage until) {
      this.title = title;
      this.until = until;
    }
  }

  private Optional<LocalDate> first(String programme, AccessionStage stage) {
    return accessions.of(programme).stream()
        .filter(entry -> entry.stage() == stage)
        .map(AccessionEntry::date)
        .findFirst();
  }

  private static LocalDate day(OffsetDateTime moment) {
    return Moments.dayOf(moment.toInstant(), Replay.ZONE);
  }
}
