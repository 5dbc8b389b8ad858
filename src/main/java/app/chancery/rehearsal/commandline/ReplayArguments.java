package app.chancery.rehearsal.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * @param json whether to print JSON lines
 */
record ReplayArguments(Path file, boolean json) {

  /**
   * @throws IllegalArgumentException saying what is wrong with the words behind the command
   */
  static ReplayArguments of(List<String> words) {
    Path file = null;
    boolean json = false;
    for (String word : words) {
      if (word.equals("--json")) {
        json = true;
      } else if (word.startsWith("-")) {
        throw new IllegalArgumentException("'" + word + "' is no option of replay");
      } else if (file != null) {
        throw new IllegalArgumentException("replay takes one case");
      } else {
        file = Path.of(word);
      }
    }
    if (file == null) {
      throw new IllegalArgumentException("replay needs a case");
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file " + file);
    }
    return new ReplayArguments(file, json);
  }
}
