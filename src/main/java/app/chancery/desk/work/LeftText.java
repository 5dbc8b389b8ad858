package app.chancery.desk.work;

import app.chancery.platform.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody typed into a task that has ended without it.
 *
 * @param why the task takes nothing more, in a sentence
 * @param candidate whom it was about; null if it belonged to no programme
 * @param typedAt when something was typed last, in words
 * @param texts what is not blank, by what its field is called
 */
public record LeftText(
    EndedTask task, String why, String candidate, String typedAt, Map<String, String> texts) {

  public LeftText {
    // In the order of the form.
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  public String label() {
    return candidate == null
        ? task.what()
        : Words.of("work.label").formatted(candidate, task.what());
  }
}
