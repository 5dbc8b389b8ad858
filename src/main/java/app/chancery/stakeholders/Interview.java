package app.chancery.stakeholders;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one stakeholder wants, confidential (rule 11): only analysts and envoys may read it.
 *
 * @param held whether the stakeholder gave the interview; otherwise recorded from open sources
 * @param power 1 (least) to 5: how much it can further or stop the programme
 * @param interest 1 (least) to 5: how much the programme matters to it
 * @param leveragePoints what may move it; empty if nothing is known
 * @param notes may be null
 */
record Interview(
    long stakeholder,
    boolean held,
    int power,
    int interest,
    Stance currentStance,
    Stance desiredStance,
    List<RedLine> redLines,
    List<String> leveragePoints,
    String notes,
    String recordedBy,
    OffsetDateTime recordedAt) {

  static final int LEAST = 1;
  static final int MOST = 5;

  Interview {
    redLines = List.copyOf(redLines);
    leveragePoints = List.copyOf(leveragePoints);
  }

  boolean needsToMove() {
    return currentStance.isLessFavourableThan(desiredStance);
  }

  /** Everything that was written down in words, red lines with their subject and without. */
  Stream<String> sentences() {
    return Stream.of(
            redLines.stream()
                .flatMap(
                    line -> Stream.of(line.position(), line.subject() + ": " + line.position())),
            leveragePoints.stream(),
            Stream.ofNullable(notes).flatMap(text -> Stream.of(text.split("[.!?;\\n]+"))))
        .flatMap(each -> each);
  }

  /** Says nothing of the content, so that no log can. */
  @Override
  public String toString() {
    return "Interview of stakeholder " + stakeholder;
  }
}
