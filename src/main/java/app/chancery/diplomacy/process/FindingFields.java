package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignResults.Finding;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads findings from the rows of {@code record-campaign-results.form}. */
final class FindingFields {

  private static final int ROWS = 5;

  private FindingFields() {}

  static List<Finding> read(FormInput form) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= ROWS; i++) {
      // All are looked at, so that no blank field stays behind as a variable.
      long filled =
          Stream.of("measure" + i, "result" + i, "source" + i)
              .map(form::optionalText)
              .filter(Optional::isPresent)
              .count();
      if (filled > 0) {
        findings.add(
            new Finding(
                form.text("measure" + i), form.text("result" + i), form.text("source" + i)));
      }
    }
    form.check(!findings.isEmpty(), "measure1", Words.of("findingFields.atLeastOneResultIsNeeded"));
    return findings;
  }
}
