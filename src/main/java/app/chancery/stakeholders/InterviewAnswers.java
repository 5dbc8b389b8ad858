package app.chancery.stakeholders;

import java.util.List;

/**
 * What an analyst or envoy hands in after an interview; confidential (rule 11).
 *
 * @param held whether the stakeholder gave the interview; otherwise it is from open sources
 * @param power 1 (least) to 5: how much it can further or stop the programme
 * @param interest 1 (least) to 5: how much the programme matters to it
 * @param leveragePoints what may move it, one each; empty if nothing is known
 * @param notes may be null
 */
public record InterviewAnswers(
    boolean held,
    int power,
    int interest,
    Stance currentStance,
    Stance desiredStance,
    List<RedLine> redLines,
    List<String> leveragePoints,
    String notes) {

  public InterviewAnswers {
    redLines = List.copyOf(redLines);
    leveragePoints = List.copyOf(leveragePoints);
    if (power < Interview.LEAST
        || power > Interview.MOST
        || interest < Interview.LEAST
        || interest > Interview.MOST) {
      throw new IllegalArgumentException("Power and interest are from 1 to 5");
    }
  }

  /** Says nothing of the content, so that no log can. */
  @Override
  public String toString() {
    return "interview answers";
  }
}
