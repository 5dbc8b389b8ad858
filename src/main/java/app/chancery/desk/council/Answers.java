package app.chancery.desk.council;

import app.chancery.consensus.ConsultationAct;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundStories;
import app.chancery.consensus.RoundStory;
import app.chancery.consensus.Stance;
import app.chancery.desk.work.EndedTask;
import app.chancery.desk.work.Hands;
import app.chancery.desk.work.LeftText;
import app.chancery.desk.work.LeftTexts;
import app.chancery.desk.work.TaskFile;
import app.chancery.desk.work.TaskFiles;
import app.chancery.platform.forms.DeployedForms;
import app.chancery.platform.forms.Draft;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.FormView;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.forms.PartView;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Takes a delegation's answer from the page of a round, by the form of its own task. What comes in
 * the moment in which the task ended is handed in all the same: an objection may still join the
 * consultation.
 */
@Component
class Answers {

  private static final String POSITION = "position";

  /** The fields in which a delegation writes. */
  private static final List<String> TEXTS =
      List.of("reservation", "objectionReason", "amendmentSought", "withdrawalReason");

  /** What a form says besides its fields: the page of the round has all of it. */
  private static final Set<String> TOLD = Set.of("text", "html", "table", "separator");

  private final TaskFiles files;
  private final Forms forms;
  private final DeployedForms deployed;
  private final CouncilWork work;
  private final Hands hands;
  private final Drafts drafts;
  private final RoundStories stories;
  private final Signatures signatures;
  private final LeftTexts leftTexts;

  Answers(
      TaskFiles files,
      Forms forms,
      DeployedForms deployed,
      CouncilWork work,
      Hands hands,
      Drafts drafts,
      RoundStories stories,
      Signatures signatures,
      LeftTexts leftTexts) {
    this.files = files;
    this.forms = forms;
    this.deployed = deployed;
    this.work = work;
    this.hands = hands;
    this.drafts = drafts;
    this.stories = stories;
    this.signatures = signatures;
    this.leftTexts = leftTexts;
  }

  /**
   * @param programme the key of the round's programme
   * @param sent the texts by the names of the fields, as a browser sends them
   * @param account of the person who answers
   * @throws NotFound if there is no such task of the council for the reader
   * @throws Refused naming every field that something is wrong with, or why it comes too late
   */
  void handIn(String programme, String task, Map<String, String> sent, String account) {
    TaskFile.refuseOtherReader(sent, account, signatures::ofHolder);
    Optional<TaskFile> file = files.find(task);
    if (file.isEmpty()) {
      handInLate(task, sent);
      return;
    }
    if (work.of(programme, file.get().groups()).stream().noneMatch(isOpen(task))) {
      throw new NotFound(Words.of("round.noSuchTask"));
    }
    file.get().refuseUnlessFor(account);
    try {
      forms.submit(FormPlace.task(task), sent);
      letGo(task, account);
    } catch (Refused refused) {
      if (files.find(task).isPresent()) {
        throw refused;
      }
      // It ended while its form was being read.
      handInLate(task, sent);
    }
  }

  /** Who of the delegation has begun to write the answer; empty if nobody but the reader has. */
  Optional<String> holder(String task, Authentication reader) {
    return files
        .find(task)
        .filter(file -> file.isHeldByOtherThan(reader.getName()))
        .map(TaskFile::holderName);
  }

  /** Why the reader's own task takes no answer any more; empty if it does. */
  Optional<Fault> whyGone(String task) {
    return forms.whyGone(FormPlace.task(task)).map(why -> new Fault("", why));
  }

  /**
   * The task of a round that ended while its reader was writing the answer, which has not been
   * handed in; the one that was written last.
   */
  Optional<String> unsent(long round) {
    List<String> written = drafts.tasksSince(Instant.EPOCH);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    RoundStory story = stories.of(round);
    return written.stream().filter(task -> wasAsked(task, story)).findFirst();
  }

  /** What the reader typed into the tasks of a round that have ended, but for one of them. */
  List<LeftText> left(long round, String shown) {
    RoundStory story = stories.of(round);
    return leftTexts
        .all()
        .filter(left -> !left.task().id().equals(shown))
        .filter(left -> work.isOne(left.task().key()) && isOf(story, left.task()))
        .toList();
  }

  private boolean wasAsked(String task, RoundStory story) {
    return ended(task)
        .filter(ended -> work.meaningOfAnswer(ended.key()).isPresent())
        .filter(ended -> isOf(story, ended))
        .isPresent();
  }

  /** Whether it opened from the circulation of the round on, and before that of the next. */
  private static boolean isOf(RoundStory story, EndedTask ended) {
    // The engine counts milliseconds, and a task opens in the moment of the circulation.
    return story.round().programme().equals(ended.programme())
        && !ended.openedAt().isBefore(millis(story.round()))
        && (story.after() == null || ended.openedAt().isBefore(millis(story.after())));
  }

  private static Instant millis(Round round) {
    return round.circulatedAt().toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Empty if it is open, or no longer for its writer to see. */
  private Optional<EndedTask> ended(String task) {
    try {
      return files.find(task).isPresent() ? Optional.empty() : Optional.of(files.ended(task));
    } catch (NotFound notTheirsAnyMore) {
      return Optional.empty();
    }
  }

  /** Takes the answer over from the colleague who has begun to write it. */
  void takeOver(String task) {
    files.takeOver(task);
  }

  /** The task stands until the round ends, and a colleague may revise the answer. */
  private void letGo(String task, String account) {
    files
        .find(task)
        .filter(file -> account.equals(file.holder()))
        .ifPresent(file -> hands.giveBack(file.id()));
  }

  private static Predicate<CouncilWork.Waiting> isOpen(String task) {
    return each -> each.answers() && each.id().equals(task);
  }

  private void handInLate(String task, Map<String, String> sent) {
    deployed.submit(FormPlace.task(task), Map.copyOf(fields(sent)));
  }

  /** The form as the page of a round shows it: its fields alone, and sent to the round. */
  static FormView onPage(long round, String task, FormView form) {
    List<PartView> fields =
        form.parts().stream().filter(part -> !TOLD.contains(part.type())).toList();
    return new FormView(
        form.place(),
        "/rounds/%s/answers/%s".formatted(round, task),
        form.reader(),
        fields,
        form.errors(),
        form.draftOf(),
        form.version(),
        form.once(),
        form.discarded(),
        form.seen(),
        form.handIn(),
        form.briefed());
  }

  /** What was typed, as the form that takes the place of a position's form has it. */
  static Map<String, String> typed(Map<String, String> sent) {
    Map<String, String> typed = fields(sent);
    if (Stance.OBJECTION.code().equals(typed.get(POSITION))) {
      typed.put("consultationAct", ConsultationAct.OBJECT.code());
    }
    return typed;
  }

  static Map<String, String> typed(Draft draft) {
    Map<String, String> texts = new LinkedHashMap<>();
    draft.fields().forEach((name, value) -> texts.put(name, value.toString()));
    return typed(texts);
  }

  /** What somebody has written, to be copied. */
  static List<String> texts(Map<String, String> typed) {
    return TEXTS.stream()
        .map(field -> typed.getOrDefault(field, ""))
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** Without what belongs to the page and not to the form. */
  private static Map<String, String> fields(Map<String, String> sent) {
    Map<String, String> fields = new LinkedHashMap<>(sent);
    fields.keySet().removeIf(name -> name.startsWith("_") || name.equals(TaskFile.READER));
    return fields;
  }
}
