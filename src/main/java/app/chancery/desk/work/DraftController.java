package app.chancery.desk.work;

import app.chancery.platform.forms.Draft;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.forms.Turn;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draft of a form, for the scripts of its page: each person has their own. */
@RestController
class DraftController {

  /** Whom the page was shown to; in its session somebody else may have logged in since. */
  private static final String READER = "X-CHANCERY-READER";

  /**
   * The version of the draft that the page knows; it was saved in another window if it differs.
   * Whoever sends none knows of none. The answer names it where a task has ended.
   */
  private static final String KNOWN = "X-CHANCERY-DRAFT";

  /** The one-time number of the start form on the page. */
  private static final String ONCE = "X-CHANCERY-ONCE";

  /** Which page saves, and for the how manieth time: what it saves as it goes follows the rest. */
  private static final String TURN = "X-CHANCERY-TURN";

  /** In place of a version: the person has chosen to overwrite whatever there is. */
  private static final String ANY = "*";

  private final Forms forms;
  private final Drafts drafts;
  private final TaskFiles files;
  private final Author author;
  private final Signatures signatures;

  DraftController(
      Forms forms, Drafts drafts, TaskFiles files, Author author, Signatures signatures) {
    this.forms = forms;
    this.drafts = drafts;
    this.files = files;
    this.author = author;
    this.signatures = signatures;
  }

  /**
   * @param fields by their names, a text or, of a tick box, a Boolean
   */
  record Typed(Map<String, Object> fields) {}

  /**
   * @param fields by their names, a text or, of a tick box, a Boolean
   * @param version to be sent with what takes its place
   */
  record Kept(Map<String, Object> fields, OffsetDateTime savedAt, String version) {}

  /**
   * @param words the same moment as people read it
   * @param version to be sent with the next one
   * @param hidden the ids of the parts of the form that its conditions hide now
   * @param wrong what is kept and cannot be handed in as it is, by the names of the fields
   * @param heldBy the name of somebody else who has the task; null if nobody else has
   */
  record Saved(
      OffsetDateTime savedAt,
      String words,
      String version,
      Set<String> hidden,
      List<Fault> wrong,
      String heldBy) {}

  @GetMapping("/tasks/{id}/draft")
  ResponseEntity<Kept> ofTask(@PathVariable String id) {
    // Whether the task is there for this person, open or ended.
    files.find(id);
    return kept(FormPlace.task(id));
  }

  @PutMapping("/tasks/{id}/draft")
  Saved saveOfTask(
      @PathVariable String id,
      @RequestBody Typed typed,
      @RequestHeader(name = READER, required = false) String reader,
      @RequestHeader(name = KNOWN, required = false) String known,
      @RequestHeader(name = TURN, required = false) String counted,
      HttpServletResponse response) {
    Turn turn = Turn.read(counted).orElse(null);
    FormPlace place = FormPlace.task(id);
    refuseOthers(reader);
    Optional<TaskFile> file = files.find(id);
    if (file.isPresent() && !file.get().doable()) {
      throw new Refused("", Words.of("form.notYours"));
    }
    refuseOtherWindow(place, known, turn);
    Map<String, Object> fields = given(typed);
    if (file.isEmpty()) {
      throw keptOfEnded(place, fields, turn, response);
    }
    try {
      Forms.Saved saved = forms.save(place, fields, null, turn);
      return told(saved, heldBy(file.get()));
    } catch (Refused refused) {
      // A colleague may have done it in this very moment.
      throw files.find(id).isPresent() ? refused : keptOfEnded(place, fields, turn, response);
    }
  }

  /** It is kept all the same, and what is typed next takes its place. */
  private Conflict keptOfEnded(
      FormPlace place, Map<String, Object> fields, Turn turn, HttpServletResponse response) {
    Optional<String> when = forms.handedIn(place, fields);
    if (when.isPresent()) {
      return new Conflict("", Words.of("form.handedIn").formatted(when.get()));
    }
    response.setHeader(KNOWN, drafts.save(place, fields, null, turn).version());
    return new Conflict(
        "task", Words.of("form.gone").formatted(forms.whyGone(place).orElseThrow()));
  }

  /** Who begins to write takes the task, unless somebody else has it. */
  private String heldBy(TaskFile file) {
    if (file.holder() == null && !file.stands()) {
      try {
        files.claim(file.id());
        return null;
      } catch (Refused takenMeanwhile) {
        return files.find(file.id()).map(TaskFile::holderName).orElse(null);
      }
    }
    return file.isHeldByOtherThan(author.account()) ? file.holderName() : null;
  }

  @DeleteMapping("/tasks/{id}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetOfTask(@PathVariable String id) {
    files.find(id);
    drafts.discard(FormPlace.task(id));
  }

  @GetMapping("/start/{process}/draft")
  ResponseEntity<Kept> ofStart(@PathVariable String process) {
    return kept(FormPlace.start(process));
  }

  @PutMapping("/start/{process}/draft")
  Saved saveOfStart(
      @PathVariable String process,
      @RequestBody Typed typed,
      @RequestHeader(name = READER, required = false) String reader,
      @RequestHeader(name = KNOWN, required = false) String known,
      @RequestHeader(name = TURN, required = false) String counted,
      @RequestHeader(name = ONCE, required = false) String once) {
    Turn turn = Turn.read(counted).orElse(null);
    refuseOthers(reader);
    refuseOtherWindow(FormPlace.start(process), known, turn);
    return told(forms.save(FormPlace.start(process), given(typed), once, turn), null);
  }

  @DeleteMapping("/start/{process}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetOfStart(@PathVariable String process) {
    drafts.discard(FormPlace.start(process));
  }

  private ResponseEntity<Kept> kept(FormPlace place) {
    return drafts
        .find(place)
        .map(draft -> ResponseEntity.ok(new Kept(draft.fields(), draft.savedAt(), draft.version())))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private static Saved told(Forms.Saved saved, String heldBy) {
    Draft draft = saved.draft();
    return new Saved(
        draft.savedAt(), saved.savedAt(), draft.version(), saved.hidden(), saved.wrong(), heldBy);
  }

  /** A field without anything is none. */
  private static Map<String, Object> given(Typed typed) {
    if (typed.fields() == null) {
      throw new Refused("fields", Words.of("form.required"));
    }
    Map<String, Object> given = new LinkedHashMap<>(typed.fields());
    given.values().removeIf(Objects::isNull);
    return given;
  }

  private void refuseOtherWindow(FormPlace place, String known, Turn turn) {
    boolean isOther =
        !ANY.equals(known)
            && drafts.find(place).filter(draft -> !draft.gives(known, turn)).isPresent();
    if (isOther) {
      throw new Conflict("draft", Words.of("form.otherWindow"));
    }
  }

  private void refuseOthers(String reader) {
    TaskFile.refuseOtherReader(reader, author.account(), signatures::ofHolder);
  }
}
