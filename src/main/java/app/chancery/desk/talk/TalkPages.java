package app.chancery.desk.talk;

import app.chancery.desk.talk.Talk.Saying;
import app.chancery.platform.files.IncomingFiles;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.records.talk.Comment;
import app.chancery.records.talk.Comments;
import app.chancery.records.talk.Comments.Suggestion;
import app.chancery.records.talk.Draft;
import app.chancery.records.talk.TalkPlace;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people say on a programme or a task, by itself: all of it, and whatever was not taken, with
 * the reason and what was typed.
 */
@Controller
class TalkPages {

  /** Told to the next page alone: what was done. */
  private static final String DONE = "talked";

  private static final int SUGGESTIONS = 8;

  private final Grounds grounds;
  private final Talk talk;
  private final Comments comments;
  private final IncomingFiles incoming;

  TalkPages(Grounds grounds, Talk talk, Comments comments, IncomingFiles incoming) {
    this.grounds = grounds;
    this.talk = talk;
    this.comments = comments;
    this.incoming = incoming;
  }

  @GetMapping("/programmes/{key}/talk")
  ModelAndView onProgramme(
      @PathVariable String key,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean tooLarge) {
    return page(TalkPlace.programme(key), page, tooLarge);
  }

  @GetMapping("/tasks/{id}/talk")
  ModelAndView onTask(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean tooLarge) {
    return page(TalkPlace.task(id, null), page, tooLarge);
  }

  @GetMapping("/programmes/{key}/colleagues")
  @ResponseBody
  List<Suggestion> onProgramme(@PathVariable String key, @RequestParam String name) {
    return suggested(grounds.programme(key).place(), name);
  }

  @GetMapping("/tasks/{id}/colleagues")
  @ResponseBody
  List<Suggestion> onTask(@PathVariable String id, @RequestParam String name) {
    return suggested(grounds.of(TalkPlace.task(id, null)).place(), name);
  }

  private List<Suggestion> suggested(TalkPlace place, String name) {
    return comments.suggest(name, grounds.audience(place), SUGGESTIONS);
  }

  @PostMapping("/programmes/{key}/comments")
  ModelAndView onProgramme(
      @PathVariable String key,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String receipt,
      @RequestParam(defaultValue = "") String decided,
      RedirectAttributes next) {
    return said(
        TalkPlace.programme(key),
        () -> grounds.programme(key).place(),
        new Sent(text, receipt, decided),
        next);
  }

  @PostMapping("/tasks/{id}/comments")
  ModelAndView onTask(
      @PathVariable String id,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String receipt,
      @RequestParam(defaultValue = "") String decided,
      RedirectAttributes next) {
    return said(
        TalkPlace.task(id, null),
        () -> grounds.toTalkOn(id),
        new Sent(text, receipt, decided),
        next);
  }

  private record Sent(String text, String receipt, String decided) {}

  private ModelAndView said(
      TalkPlace asked, Supplier<TalkPlace> allowed, Sent sent, RedirectAttributes next) {
    try {
      TalkPlace place = allowed.get();
      Draft draft = comments.read(sent.text(), grounds.audience(place));
      if (draft.isDoubtful() && !draft.doubts().equals(sent.decided())) {
        return page(place, Saying.anew(doubtful(sent.text(), draft)), HttpStatus.CONFLICT);
      }
      comments.write(place, draft, sent.receipt());
      return done(place, Words.of("talk.done.said"), next);
    } catch (Refused refused) {
      return page(
          asked, Saying.anew(CommentForm.faulty(sent.text(), sentence(refused))), status(refused));
    }
  }

  @PostMapping("/comments/{id}")
  ModelAndView change(
      @PathVariable long id,
      @RequestParam String text,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String decided,
      RedirectAttributes next) {
    Comment comment = own(id);
    TalkPlace place = comment.place();
    try {
      Draft draft = comments.read(text, grounds.audience(place));
      if (draft.isDoubtful() && !draft.doubts().equals(decided)) {
        return page(place, Saying.instead(id, doubtful(text, draft)), HttpStatus.CONFLICT);
      }
      comments.change(comment, draft, version);
      return done(place, Words.of("talk.done.changed"), next);
    } catch (Refused refused) {
      CommentForm form = CommentForm.faulty(text, sentence(refused));
      // What can no longer be changed may be said anew.
      return page(
          place,
          comments.isChangeable(comments.get(id)) ? Saying.instead(id, form) : Saying.anew(form),
          status(refused));
    }
  }

  @PostMapping("/comments/{id}/strike")
  ModelAndView strike(@PathVariable long id, RedirectAttributes next) {
    Comment comment = own(id);
    comments.strike(comment);
    return done(comment.place(), Words.of("talk.done.struck"), next);
  }

  /** One of the person who acts, in a place that is there for them. */
  private Comment own(long id) {
    Comment comment = comments.get(id);
    grounds.of(comment.place());
    if (!comments.isOwn(comment)) {
      throw new NotFound(Words.of("talk.none"));
    }
    return comment;
  }

  private static CommentForm doubtful(String text, Draft draft) {
    List<String> sentences =
        Stream.concat(
                draft.blind().stream()
                    .map(each -> Words.of("talk.blind").formatted(each.inWords())),
                draft.unknown().stream().map(each -> Words.of("talk.unknown").formatted(each)))
            .toList();
    return new CommentForm(text, null, sentences, draft.doubts());
  }

  /** What is said in a place, and what of it was not taken. */
  ModelAndView page(TalkPlace place, Saying saying, HttpStatus status) {
    if (!place.isTask()) {
      return page(grounds.programme(place.programme()), saying, status);
    }
    return grounds
        .task(place.task())
        .map(ground -> page(ground, saying, status))
        .orElseGet(() -> noTalk(place, saying, status));
  }

  /**
   * @param tooLarge whether a file was sent that is so large that nobody has read it
   */
  private ModelAndView page(TalkPlace place, int page, boolean tooLarge) {
    return tooLarge
        ? page(place, Saying.ofFile(incoming.tooLarge()), HttpStatus.PAYLOAD_TOO_LARGE)
        : page(place, Saying.at(page), HttpStatus.OK);
  }

  private ModelAndView page(Grounds.Open ground, Saying saying, HttpStatus status) {
    return new ModelAndView("talk", status).addObject("talk", talk.view(ground, saying));
  }

  /**
   * Of a task that is there, but nobody talks on it, or not with the person who acts. What was
   * typed is given back.
   */
  private ModelAndView noTalk(TalkPlace place, Saying saying, HttpStatus status) {
    return new ModelAndView("talk-none", status.isError() ? status : HttpStatus.NOT_FOUND)
        .addObject("back", place.path())
        .addObject("why", grounds.whyNot(place.task()))
        .addObject("text", saying.form().text());
  }

  /** Back to the page of the place, which says what was done. */
  static ModelAndView done(TalkPlace place, String sentence, RedirectAttributes next) {
    next.addFlashAttribute(DONE, sentence);
    return new ModelAndView("redirect:" + place.path() + "#talk");
  }

  private static HttpStatus status(Refused refused) {
    return refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
  }

  static String sentence(Refused refused) {
    return refused.faults().stream().map(Fault::message).collect(Collectors.joining(" "));
  }
}
