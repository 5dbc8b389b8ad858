package app.chancery.programme;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import app.chancery.records.Correctable;
import app.chancery.records.Corrected;
import app.chancery.records.Corrections;
import app.chancery.records.Corrections.Change;
import app.chancery.records.Corrections.Subject;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.dossier.DossierReader;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.RecordedIndicator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a dossier said wrongly from the start is put right, also of a programme that has ended. What
 * was decided by the old figure stays decided; whatever is computed from now on uses the new one.
 */
@Service
public class DossierCorrections {

  private static final String STEP = "programme";

  private final Programmes programmes;
  private final ProgrammeProcess process;
  private final Dossiers dossiers;
  private final DossierReader reader;
  private final Corrections corrections;
  private final Notices notices;

  DossierCorrections(
      Programmes programmes,
      ProgrammeProcess process,
      Dossiers dossiers,
      DossierReader reader,
      Corrections corrections,
      Notices notices) {
    this.programmes = programmes;
    this.process = process;
    this.dossiers = dossiers;
    this.reader = reader;
    this.corrections = corrections;
    this.notices = notices;
  }

  /**
   * The name of the candidate. All Allies are told, as they were of the programme by its old name.
   *
   * @param seen see {@link Corrections#checkSeen}
   * @param fields {@code name} and {@code reason}
   * @throws NotFound if there is no such programme
   * @throws app.chancery.platform.refusal.Refused naming every fault by its field
   */
  @Transactional
  public void correctName(String key, long seen, Map<String, String> fields) {
    Programme programme = programmes.lock(key);
    corrections.checkSeen(key, Correctable.CANDIDATE_NAME, 0, seen);
    Faults faults = new Faults();
    String name = reader.readName(fields.get("name"), faults);
    programmes.checkName(programme, name, "name", faults);
    String reason = Corrections.reason(fields.get("reason"), faults);
    List<Change> changes = List.of(new Change(Corrected.CANDIDATE_NAME, programme.name(), name));
    Corrections.real(changes, "name", faults);
    faults.refuseIfAny();
    programmes.rename(programme, name);
    process.candidateRenamed(key);
    corrections.record(new Subject(key, STEP, 0, null, programme.openedAt()), changes, reason);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.NAME_CORRECTED,
            key,
            STEP,
            NoticePlace.programme(),
            programme.name(),
            name,
            reason));
  }

  /**
   * The value, day or source of a figure.
   *
   * @param id of the {@link RecordedIndicator}
   * @param seen see {@link Corrections#checkSeen}
   * @param fields {@code value}, {@code asOf}, {@code source} and {@code reason}
   * @throws NotFound if there is no such programme or figure
   * @throws app.chancery.platform.refusal.Refused naming every fault by its field
   */
  @Transactional
  public void correctFigure(String key, long id, long seen, Map<String, String> fields) {
    programmes.lock(key);
    RecordedIndicator wrong = figure(key, id);
    corrections.checkSeen(key, Correctable.FIGURE, id, seen);
    Faults faults = new Faults();
    Optional<Indicator> read = reader.readFigure(wrong.name(), fields, faults);
    String reason = Corrections.reason(fields.get("reason"), faults);
    List<Change> changes =
        read.map(right -> Corrections.real(changes(wrong, right), "value", faults))
            .orElse(List.of());
    read.filter(right -> !changes.isEmpty())
        .ifPresent(
            right ->
                faults.check(
                    !dossiers.series(key).contains(right), "value", Words.of("correction.known")));
    faults.refuseIfAny();
    dossiers.correct(key, wrong, read.orElseThrow());
    corrections.record(
        new Subject(key, STEP, id, wrong.name().field(), wrong.recordedAt()), changes, reason);
  }

  /**
   * @throws NotFound if the programme has no such figure
   */
  public RecordedIndicator figure(String key, long id) {
    return dossiers.recorded(key).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Words.of("correction.noFigure").formatted(key)));
  }

  private static List<Change> changes(RecordedIndicator wrong, Indicator right) {
    return List.of(
        new Change(Corrected.FIGURE_VALUE, wrong.indicator().plain().value(), right.value()),
        new Change(Corrected.FIGURE_AS_OF, wrong.asOf().toString(), right.asOf().toString()),
        new Change(Corrected.FIGURE_SOURCE, wrong.source(), right.source()));
  }
}
