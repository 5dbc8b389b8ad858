package app.chancery.records;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the office tells of. The message of each kind stands in the message bundle: its subject, and
 * one paragraph as text; the candidate is {@code %1$s} in both, the facts of the message follow.
 */
public enum NoticeKind implements Coded {
  PROGRAMME_OPENED,
  APPLICATION_WITHDRAWN,
  PROGRAMME_ENDED,
  NAME_CORRECTED,
  INTELLIGENCE_GAP,
  BASELINE_PROPOSED,
  BASELINE_SENT_BACK,
  BASELINE_ENDORSED,
  PREREQUISITES_NOT_MET,
  INTERESTS_MAPPED,
  TIER_PROPOSED,
  PACKAGE_DECIDED,
  PROPOSAL_CIRCULATED,
  NEWCOMERS_ASKED,
  SILENCE_EXTENDED,
  /** To the secretariat, which alone may know who has not answered. */
  POSITIONS_MISSING,
  /** To each delegation that has not answered. */
  SILENCE_ENDS_SOON,
  PROPOSAL_WITHDRAWN,
  SILENCE_BROKEN,
  OBJECTION_JOINED,
  OBJECTION_WITHDRAWN,
  CONSULTATION_CONCLUDED,
  PROPOSAL_TAKEN_UP,
  NO_CONSENSUS,
  PROPOSAL_ADOPTED,
  BRIEF_PROPOSED,
  BRIEF_APPROVED,
  CAMPAIGN_LAUNCHED,
  INTEGRATION_BEGUN,
  PHASE_OPENED,
  PHASE_END_REACHED,
  PHASE_COMPLETED,
  ASSURANCES_IN_FORCE,
  ASSURANCES_EXTENDED,
  SCHEDULE_CONFIRMED,
  TALKS_HELD_BACK,
  ACCESSION_STAGE_REACHED,
  FURTHER_PARTY,
  RATIFICATION_HELD,
  RATIFICATION_RESUMED,
  PARTNERSHIP_SETTLED,
  ACCEDED,
  REVIEW_OPENED,
  CONDITIONS_SHIFTED,
  /** To the committee and the managers: no review can take the report up now. */
  SHIFT_WAITS,
  REVIEW_MISSED,
  REVIEW_DECIDED,
  TIER_KEPT,
  REPORT_ISSUED,
  TASK_HANDED_OVER,
  TASK_TAKEN_AWAY,
  MENTIONED,
  TASK_WAITS,
  TASK_OVERDUE,
  /** To who is away, the administrators, and the heads of the groups. */
  ABSENCE_UNCOVERED,
  /** To the administrators. */
  INCIDENT_RAISED;

  /**
   * @param facts what the message says beside its candidate; never what is confidential
   */
  String subject(String candidate, List<String> facts) {
    return Words.of(this, "subject").formatted(with(candidate, facts));
  }

  /** As {@link #subject}; one paragraph, in which what was written by people may have more. */
  String text(String candidate, List<String> facts) {
    return Words.of(this, "text").formatted(with(candidate, facts)).strip();
  }

  private static Object[] with(String candidate, List<String> facts) {
    return Stream.concat(Stream.of(candidate), facts.stream()).toArray();
  }
}
