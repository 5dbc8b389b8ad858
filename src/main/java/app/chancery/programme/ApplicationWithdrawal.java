package app.chancery.programme;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.words.Words;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A candidate that withdraws its application ends its programme, at whatever step that is. */
@Service
public class ApplicationWithdrawal {

  private final Programmes programmes;
  private final ProgrammeProcess process;
  private final Closing closing;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final ApplicationEventPublisher events;

  ApplicationWithdrawal(
      Programmes programmes,
      ProgrammeProcess process,
      Closing closing,
      DecisionRecords decisions,
      Notices notices,
      ApplicationEventPublisher events) {
    this.programmes = programmes;
    this.process = process;
    this.closing = closing;
    this.decisions = decisions;
    this.notices = notices;
    this.events = events;
  }

  /**
   * Takes the withdrawal down; all Allies are told, and everything of the programme that is under
   * way ends.
   *
   * @param reason the candidate's own
   * @param documents what it has sent
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws Conflict if the programme has ended, or ends because somebody else was faster
   */
  @Transactional
  public void withdraw(String programme, String reason, List<String> documents) {
    Programme withdrawn = programmes.lock(programme);
    if (!withdrawn.isOpen()) {
      throw new Conflict(
          "programme", Words.of("applicationWithdrawal.hasEnded").formatted(programme));
    }
    if (process.isEndingAsWithdrawn(programme)) {
      throw new Conflict(
          "programme",
          Words.of("applicationWithdrawal.theApplicationWasWithdrawnAlreadyEnds")
              .formatted(programme));
    }
    String text =
        Words.of("applicationWithdrawal.documents")
            .formatted(
                PlainText.sentence(reason), PlainText.sentence(String.join("; ", documents)));
    decisions.recordEnd(
        programme,
        withdrawn.step().folder(),
        Words.of("applicationWithdrawal.applicationWithdrawn"),
        text);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.APPLICATION_WITHDRAWN,
            programme,
            withdrawn.step().folder(),
            NoticePlace.programme(),
            text));
    events.publishEvent(new ApplicationWithdrawn(programme));
    if (!process.applicationWithdrawn(programme)) {
      closing.close(programme, Outcome.WITHDRAWN);
    }
  }
}
