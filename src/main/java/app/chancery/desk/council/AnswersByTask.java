package app.chancery.desk.council;

import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.desk.work.Answering;
import app.chancery.platform.people.Person;
import app.chancery.platform.words.Words;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A delegation's answer, given on the page of its task instead of that of the round. */
@Component
class AnswersByTask implements Answering {

  private final CouncilWork work;
  private final Council council;
  private final Answers answers;
  private final Receipts receipts;

  AnswersByTask(CouncilWork work, Council council, Answers answers, Receipts receipts) {
    this.work = work;
    this.council = council;
    this.answers = answers;
    this.receipts = receipts;
  }

  @Override
  public Optional<String> said(String key) {
    return work.meaningOfAnswer(key).map(Words::of);
  }

  @Override
  public Optional<String> handIn(
      String id, String key, String programme, Map<String, String> sent, Person person) {
    if (work.meaningOfAnswer(key).isEmpty()) {
      return Optional.empty();
    }
    long round = council.newestRound(programme).map(Round::id).orElseThrow();
    answers.handIn(programme, id, sent, person.id());
    return Optional.of(receipts.newest(round, person.groups(), person.id()));
  }
}
