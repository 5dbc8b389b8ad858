package app.chancery.consensus.process;

import app.chancery.consensus.Council;
import app.chancery.consensus.Objections;
import app.chancery.consensus.Position;
import app.chancery.consensus.Stance;
import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.briefing.Submission;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.words.Words;
import org.springframework.stereotype.Component;

/**
 * A delegation's task stands until the round ends: what it answers goes on record and may be
 * revised. Only an objection completes the task, and that ends the round for all. Whoever objects
 * in the same moment, or with a form opened before, joins the consultation.
 */
@Component
class StatePosition implements StandingTask {

  /** The tick by which an objection is asked for once more. */
  private static final String CONFIRMED = "objectionConfirmed";

  private final Council council;
  private final Objections objections;

  StatePosition(Council council, Objections objections) {
    this.council = council;
    this.objections = objections;
  }

  @Override
  public String key() {
    return SecureAllianceConsensusModel.STATE_POSITION;
  }

  @Override
  public boolean submitted(Submission submission) {
    Answer answer = Answer.of(submission);
    return !joined(submission, answer)
        && council
            .state(
                submission.programme(),
                Delegations.allyOf(submission.group()),
                answer.stance,
                answer.reservation,
                answer.reason,
                answer.amendmentSought)
            .isObjection();
  }

  @Override
  public boolean submittedLate(Submission submission) {
    return joined(submission, Answer.of(submission));
  }

  @Override
  public String whyGone(String programme) {
    return council.whyClosed(programme);
  }

  private boolean joined(Submission submission, Answer answer) {
    return answer.stance == Stance.OBJECTION
        && objections.join(
            submission.programme(),
            Delegations.allyOf(submission.group()),
            answer.reason,
            answer.amendmentSought,
            submission.openedAt());
  }

  /** What the form holds. */
  private record Answer(Stance stance, String reservation, String reason, String amendmentSought) {

    /** Where the form asks for an objection once more, it must be confirmed. */
    static Answer of(Submission submission) {
      FormInput form = FormInput.of(submission.fields());
      Stance stance = form.choice("position", Stance.class);
      String reservation = form.optionalText("reservation").orElse(null);
      String reason = form.optionalText("objectionReason").orElse(null);
      String amendment = form.optionalText("amendmentSought").orElse(null);
      form.checkAll(Position.faults(stance, stance == Stance.OBJECTION ? reason : reservation));
      form.check(
          stance != Stance.OBJECTION
              || !submission.asked().contains(CONFIRMED)
              || form.yes(CONFIRMED),
          CONFIRMED,
          Words.of("statePosition.mustBeConfirmedAnObjectionBreaks"));
      form.accept();
      return new Answer(stance, reservation, reason, amendment);
    }
  }
}
