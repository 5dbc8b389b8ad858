package app.chancery.rehearsal.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Of a command that reads one file.
 *
 * @param json whether to print JSON lines
 */
record FileArguments(Path file, boolean json) {

  /**
   * @param command that they are of
   * @param kind what its file is called
   * @throws IllegalArgumentException saying what is wrong with the words behind the command
   */
  static FileArguments of(String command, String kind, List<String> words) {
    Path file = null;
    boolean json = false;
    for (String word : words) {
      if (word.equals("--json")) {
        json = true;
      } else if (word.startsWith("-")) {
        throw new IllegalArgumentException("'" + word + "' is no option of " + command);
      } else if (file != null) {
        throw new IllegalArgumentException(command + " takes one " + kind);
      } else {
        file = Path.of(word);
      }
    }
    if (file == null) {
      throw new IllegalArgumentException(command + " needs a " + kind);
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file " + file);
    }
    return new FileArguments(file, json);
  }
}
