package app.chancery.desk.work;

import app.chancery.platform.engine.TakingBack;
import app.chancery.platform.forms.Draft;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.FormView;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.people.Person;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** One task: what there is to know, its form beside it, and what comes after. */
@Controller
class TaskPages {

  /** Told to the next page alone: the task was just done by whoever looks. */
  private static final String DONE = "done";

  /** What was handed in now was handed in before: told on the next page alone. */
  private static final String ALREADY = "already";

  /** The id of the task whose draft was just discarded: told to the next page alone. */
  private static final String DISCARDED = "discardedOf";

  /** Of what is waited for, the first ones are told. */
  private static final int FEW = 3;

  private final TaskFiles files;
  private final TaskViews views;
  private final Pictures pictures;
  private final Afterwards afterwards;
  private final Forms forms;
  private final Drafts drafts;
  private final PassingOn passing;
  private final Answering answering;
  private final RoundsOfTasks rounds;
  private final TakingBack takingBack;
  private final Signatures signatures;

  TaskPages(
      TaskFiles files,
      TaskViews views,
      Pictures pictures,
      Afterwards afterwards,
      Forms forms,
      Drafts drafts,
      PassingOn passing,
      Answering answering,
      RoundsOfTasks rounds,
      TakingBack takingBack,
      Signatures signatures) {
    this.files = files;
    this.views = views;
    this.pictures = pictures;
    this.afterwards = afterwards;
    this.forms = forms;
    this.drafts = drafts;
    this.passing = passing;
    this.answering = answering;
    this.rounds = rounds;
    this.takingBack = takingBack;
    this.signatures = signatures;
  }

  @GetMapping("/tasks/{id}")
  ModelAndView task(
      @PathVariable String id, @AuthenticationPrincipal Person person, HttpServletRequest request) {
    FormPlace place = FormPlace.task(id);
    Optional<RefusedForm> refused = RefusedForm.toTell(request);
    return whileOpen(id, file -> page(file, person, form(file, place, refused), HttpStatus.OK))
        .orElseGet(
            () ->
                gone(
                    id,
                    drafts.find(place).map(Draft::fields).orElse(Map.of()),
                    person,
                    HttpStatus.OK))
        .addObject("handed", Handed.toTell(request));
  }

  /** A page of a task, unless a colleague has done it, be it while the page was made. */
  private Optional<ModelAndView> whileOpen(String id, Function<TaskFile, ModelAndView> page) {
    try {
      return files.find(id).map(page);
    } catch (Refused | NotFound e) {
      if (files.find(id).isPresent()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private FormView form(TaskFile file, FormPlace place, Optional<RefusedForm> refused) {
    if (!file.doable()) {
      return null;
    }
    return refused
        .map(each -> forms.again(place, each.sent(), each.faults()))
        .orElseGet(() -> forms.open(place));
  }

  @GetMapping(path = "/tasks/{id}/picture", produces = "image/svg+xml")
  @ResponseBody
  String picture(@PathVariable String id) {
    return pictures.svg(id);
  }

  /** Without a script of the page: shows what depends on the answers so far. */
  @PostMapping(path = "/tasks/{id}", params = "look")
  ModelAndView look(
      @PathVariable String id,
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal Person person) {
    return again(id, person, sent, List.of(), HttpStatus.OK);
  }

  /**
   * @param back the page that lists the text; that of the task if it is none of ours
   */
  @PostMapping(path = "/tasks/{id}", params = "discard")
  RedirectView discard(
      @PathVariable String id, @RequestParam Optional<String> back, RedirectAttributes next) {
    files.find(id);
    drafts.discard(FormPlace.task(id));
    next.addFlashAttribute(DISCARDED, id);
    return HandingPages.back(back, "/tasks/" + id);
  }

  @PostMapping(path = "/tasks/{id}", params = "bring-back")
  RedirectView bringBack(@PathVariable String id, @RequestParam Optional<String> back) {
    files.find(id);
    drafts.bringBack(FormPlace.task(id));
    return HandingPages.back(back, "/tasks/" + id);
  }

  /** From a colleague who has it, and who sees on its page who has it now. */
  @PostMapping("/tasks/{id}/take-over")
  String takeOver(@PathVariable String id) {
    files.takeOver(id);
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/tasks/{id}")
  ModelAndView complete(
      @PathVariable String id,
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal Person person,
      RedirectAttributes next,
      HttpServletRequest request) {
    return HandingIn.of(
        () -> new ModelAndView("redirect:" + handIn(id, sent, person, next)),
        RefusedForm.leadingBack(
            FormPlace.task(id),
            "/tasks/" + id,
            sent,
            person.id(),
            forms,
            request,
            (faults, status) -> again(id, person, sent, faults, status)));
  }

  /** Where it leads. */
  private String handIn(
      String id, Map<String, String> sent, Person person, RedirectAttributes next) {
    FormPlace place = FormPlace.task(id);
    Optional<TaskFile> file = files.find(id);
    return answer(id, file, sent, person)
        .orElseGet(
            () -> {
              if (file.isEmpty() && forms.handedInAs(place, sent).isPresent()) {
                next.addFlashAttribute(DONE, true).addFlashAttribute(ALREADY, true);
                return "/tasks/" + id + "/done";
              }
              file.ifPresent(
                  open -> {
                    TaskFile.refuseOtherReader(sent, person.id(), signatures::ofHolder);
                    open.refuseUnlessFor(person.id());
                  });
              forms.submit(place, sent);
              next.addFlashAttribute(DONE, true);
              return "/tasks/" + id + "/done";
            });
  }

  /** What acknowledges the answer, if it is one; while the task stands still, none is taken. */
  private Optional<String> answer(
      String id, Optional<TaskFile> file, Map<String, String> sent, Person person) {
    if (file.isEmpty()) {
      EndedTask ended = files.ended(id);
      return answering.handIn(id, ended.key(), ended.programme(), sent, person);
    }
    return file.filter(open -> !open.stands())
        .flatMap(open -> answering.handIn(id, open.key(), open.programme(), sent, person));
  }

  /** By whoever did it, while nobody has built on it; the form comes back with what was in it. */
  @PostMapping("/tasks/{id}/take-back")
  String takeBack(@PathVariable String id) {
    files.find(id);
    return "redirect:/tasks/" + takingBack.takeBack(id);
  }

  /** What was done, what happens next, who has it now, and what there is to do next. */
  @GetMapping("/tasks/{id}/done")
  ModelAndView done(@PathVariable String id, @AuthenticationPrincipal Person person) {
    if (files.find(id).isPresent()) {
      return new ModelAndView("redirect:/tasks/" + id);
    }
    ModelAndView page = new ModelAndView("task-done");
    EndedTask task = files.ended(id);
    withNext(
        page,
        Optional.ofNullable(task.programme())
            .flatMap(programme -> afterwards.next(programme, task.endedAt()))
            .or(() -> afterwards.next(person)));
    page.addObject("task", task)
        .addObject("at", views.words(task.endedAt()))
        .addObject("programme", task.programme())
        .addObject("candidate", views.candidate(task.programme()))
        .addObject("takeBackUntil", takingBack.until(id).map(views::words).orElse(null))
        .addObject("decisions", views.decidedSince(task.programme(), task.endedAt(), person));
    if (task.programme() != null) {
      // What waits now may be over in a moment: the page tells it when it is known.
      boolean atWork = afterwards.isAtWork(task.programme());
      page.addObject("atWork", atWork);
      if (!atWork) {
        TaskViews.Opened opened = views.opened(task.programme(), task.endedAt());
        page.addObject("opened", opened.since())
            .addObject("still", opened.before())
            .addObject("awaited", awaited(task.programme()));
      }
    }
    return page;
  }

  private ModelAndView withNext(ModelAndView page, Optional<Afterwards.Next> next) {
    return page.addObject("next", next.orElse(null))
        .addObject(
            "nextCandidate", next.map(each -> views.candidate(each.programme())).orElse(null));
  }

  private List<String> awaited(String programme) {
    return afterwards.awaited(programme).stream()
        .limit(FEW)
        .map(each -> Words.of("task.awaited").formatted(each.what(), views.words(each.at())))
        .toList();
  }

  private ModelAndView again(
      String id, Person person, Map<String, String> sent, List<Fault> faults, HttpStatus status) {
    return whileOpen(
            id,
            file ->
                page(
                    file,
                    person,
                    file.doable() ? forms.again(FormPlace.task(id), sent, faults) : null,
                    status))
        .orElseGet(() -> gone(id, sent, person, HttpStatus.CONFLICT));
  }

  private ModelAndView page(TaskFile file, Person person, FormView form, HttpStatus status) {
    return new ModelAndView("task", status)
        .addObject("task", views.of(file, person))
        .addObject("colleagues", passing.of(person, file.groups()))
        .addObject("form", form)
        .addObject("final", answering.said(file.key()).orElse(null))
        .addObject("round", rounds.find(file.key(), file.programme(), person).orElse(null))
        .addObject(
            "takeBack", takingBack.isForeseen(file.id()) ? takingBack.within().toMinutes() : null)
        .addObject("withheld", forms.isWithheld(FormPlace.task(file.id())))
        .addObject("picture", pictures.words(file.id()));
  }

  /** What became of the task; and what its reader has typed into it, to be copied. */
  private ModelAndView gone(String id, Map<String, ?> typed, Person person, HttpStatus status) {
    EndedTask task = files.ended(id);
    return new ModelAndView("task-gone", status)
        .addObject("task", task)
        .addObject("candidate", views.candidate(task.programme()))
        .addObject("at", views.words(task.endedAt()))
        .addObject("why", forms.whyGone(FormPlace.task(id)).orElseThrow())
        .addObject("decisions", views.decidedAfter(task.programme(), task.openedAt(), person))
        .addObject("texts", forms.texts(FormPlace.task(id), typed))
        .addObject("discarded", drafts.hasDiscarded(FormPlace.task(id)));
  }
}
