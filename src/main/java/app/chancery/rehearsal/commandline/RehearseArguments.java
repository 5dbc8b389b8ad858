package app.chancery.rehearsal.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * @param out where the documents go, if it was said
 * @param pdf whether the documents are printed too, which takes some seconds
 * @param json whether to print JSON lines
 */
record RehearseArguments(Path dossier, Optional<Path> out, boolean pdf, boolean json) {

  /**
   * @throws IllegalArgumentException saying what is wrong with the words behind the command
   */
  static RehearseArguments of(List<String> words) {
    Path dossier = null;
    Path out = null;
    boolean pdf = false;
    boolean json = false;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (word.equals("--json")) {
        json = true;
      } else if (word.equals("--pdf")) {
        pdf = true;
      } else if (word.equals("--out")) {
        require(rest.hasNext(), "--out needs a directory");
        out = Path.of(rest.next());
      } else if (word.startsWith("-")) {
        throw new IllegalArgumentException("'" + word + "' is no option of rehearse");
      } else {
        require(dossier == null, "rehearse takes one dossier");
        dossier = Path.of(word);
      }
    }
    require(dossier != null, "rehearse needs a dossier");
    require(Files.isRegularFile(dossier), "There is no file " + dossier);
    require(out == null || !Files.isRegularFile(out), out + " is a file, not a directory");
    return new RehearseArguments(dossier, Optional.ofNullable(out), pdf, json);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
