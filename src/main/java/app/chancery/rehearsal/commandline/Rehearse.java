package app.chancery.rehearsal.commandline;

import app.chancery.documents.Deliverables;
import app.chancery.platform.people.Groups;
import app.chancery.platform.reading.StrictJson;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The command {@code rehearse}: one programme, from its dossier to its end. */
@Component
class Rehearse {

  private final Rehearsal rehearsal;
  private final Allies allies;
  private final Office office;
  private final Days days;
  private final DossierReader reader;
  private final Opening opening;
  private final Programmes programmes;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Deliverables deliverables;
  private final DocumentFiles files;
  private final StrictJson strict;
  private final ObjectMapper json;

  Rehearse(
      Rehearsal rehearsal,
      Allies allies,
      Office office,
      Days days,
      DossierReader reader,
      Opening opening,
      Programmes programmes,
      DecisionRecords decisions,
      Notices notices,
      Deliverables deliverables,
      DocumentFiles files,
      StrictJson strict,
      ObjectMapper json) {
    this.rehearsal = rehearsal;
    this.allies = allies;
    this.office = office;
    this.days = days;
    this.reader = reader;
    this.opening = opening;
    this.programmes = programmes;
    this.decisions = decisions;
    this.notices = notices;
    this.deliverables = deliverables;
    this.files = files;
    this.strict = strict;
    this.json = json;
  }

  /**
   * @return the key of the programme
   * @throws Refused naming every fault of the dossier
   * @throws app.chancery.rehearsal.RehearsalFailed if the programme does not come to an end
   */
  String run(RehearseArguments arguments, PrintStream out) {
    try {
      Dossier dossier = readAsOfItsDay(arguments.dossier());
      allies.leaveOpen(dossier.candidate());
      String analyst = Rehearsal.accountOf(Groups.ANALYSTS);
      String key = office.inTheNameOf(analyst, () -> opening.open(dossier));
      TimelinePrinter printer =
          arguments.json()
              ? new JsonTimeline(json, days, out)
              : new TextTimeline(days, allies.names(), out);
      Timeline timeline = new Timeline(key, printer, programmes, decisions, notices);
      printer.begins(programmes.get(key));
      timeline.begin();
      deliverables.of(key).stream().findFirst().ifPresent(files::practise);
      try {
        rehearsal.run(() -> !programmes.get(key).isOpen(), timeline);
      } finally {
        printer.flush();
      }
      printer.ends(programmes.get(key), programmes.steps(key));
      Path folder = arguments.out().orElse(Path.of("rehearsal-" + key));
      files
          .write(deliverables.of(key), folder, arguments.pdf())
          .forEach(file -> printer.document(file.deliverable(), file.paths()));
      out.flush();
      return key;
    } finally {
      office.resetClock();
    }
  }

  /**
   * Reads it twice. Today nothing in it may lie in the future; and on the day of its assessment,
   * from which the rehearsal starts, nothing may have been later than that day.
   */
  private Dossier readAsOfItsDay(Path file) {
    JsonNode given = parse(file);
    Dossier dossier = reader.read(given);
    office.setClock(days.at(dossier.assessedOn(), Rehearsal.MORNING));
    return reader.read(given);
  }

  private JsonNode parse(Path file) {
    try {
      return strict.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
