package app.chancery.rehearsal.commandline;

import app.chancery.platform.reading.StrictJson;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Move;
import app.chancery.readiness.Moves;
import app.chancery.readiness.MovesAnswer;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The command {@code moves}: what would raise the tier of a dossier, and what would lose it. */
@Component
class MovesOfDossier {

  private final Moves moves;
  private final DossierReader reader;
  private final StrictJson strict;
  private final ObjectMapper json;

  MovesOfDossier(Moves moves, DossierReader reader, StrictJson strict, ObjectMapper json) {
    this.moves = moves;
    this.reader = reader;
    this.strict = strict;
    this.json = json;
  }

  /**
   * @param asJson as REST answers, in one line
   * @throws Refused naming every fault of the dossier
   */
  void print(byte[] given, boolean asJson, PrintStream out) {
    Dossier dossier = reader.read(strict.read(given));
    Moves.Found found = moves.of(dossier);
    if (asJson) {
      out.println(line(MovesAnswer.of(found)));
    } else {
      out.println(
          Words.of("moves.today")
              .formatted(dossier.name(), dossier.candidate(), found.tier().word()));
      print(Words.of("moves.raises"), found.raises(), out);
      print(Words.of("moves.losses"), found.losses(), out);
    }
    out.flush();
  }

  private String line(MovesAnswer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String title, List<Move> moves, PrintStream out) {
    out.println();
    out.println(title);
    if (moves.isEmpty()) {
      out.println("  " + Words.of("moves.none"));
    }
    for (Move move : moves) {
      out.println(
          "  "
              + move.changes().stream()
                  .map(Move.Change::words)
                  .collect(Collectors.joining(Words.of("moves.and")))
              + ": "
              + move.tier().word());
    }
  }
}
