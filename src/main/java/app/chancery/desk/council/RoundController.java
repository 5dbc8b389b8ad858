package app.chancery.desk.council;

import app.chancery.desk.council.CouncilWork.Waiting;
import app.chancery.desk.work.HandingIn;
import app.chancery.desk.work.RefusedForm;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.FormView;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The page of a round, on which a delegation also answers. */
@Controller
class RoundController {

  private final RoundPage rounds;
  private final CouncilWork work;
  private final Answers answers;
  private final Receipts receipts;
  private final Forms forms;
  private final Drafts drafts;
  private final CouncilDeskPolicy policy;

  RoundController(
      RoundPage rounds,
      CouncilWork work,
      Answers answers,
      Receipts receipts,
      Forms forms,
      Drafts drafts,
      CouncilDeskPolicy policy) {
    this.rounds = rounds;
    this.work = work;
    this.answers = answers;
    this.receipts = receipts;
    this.forms = forms;
    this.drafts = drafts;
    this.policy = policy;
  }

  /**
   * @param from a task that the reader was writing an answer to when it ended; null if none
   */
  @GetMapping("/rounds/{id}")
  ModelAndView round(
      @PathVariable long id,
      @RequestParam(required = false) String from,
      Authentication reader,
      HttpServletRequest request) {
    Optional<RefusedForm> refused = RefusedForm.toTell(request);
    if (refused.isPresent()) {
      RefusedForm form = refused.get();
      return again(id, form.place().id(), form.sent(), form.faults(), reader, HttpStatus.OK);
    }
    Map<String, String> typed = typed(from);
    ModelAndView page =
        page(id, reader, task -> forms.open(FormPlace.task(task), typed), HttpStatus.OK);
    // Whoever comes another way than by that link finds it too, but nothing is filled in for them.
    return Optional.ofNullable(from)
        .filter(task -> !typed.isEmpty())
        .or(() -> answers.unsent(id).filter(task -> !Answers.texts(typed(task)).isEmpty()))
        .map(task -> withTexts(page, task, answers.whyGone(task).stream().toList(), typed(task)))
        .orElse(page)
        .addObject("left", answers.left(id, (String) page.getModel().get("typedInto")));
  }

  private Map<String, String> typed(String task) {
    return Optional.ofNullable(task)
        .flatMap(each -> drafts.find(FormPlace.task(each)))
        .map(Answers::typed)
        .orElse(Map.of());
  }

  /** Without a script of the page: shows what depends on the answers so far. */
  @PostMapping(path = "/rounds/{id}/answers/{task}", params = "look")
  ModelAndView look(
      @PathVariable long id,
      @PathVariable String task,
      @RequestParam Map<String, String> sent,
      Authentication reader) {
    return again(id, task, sent, List.of(), reader, HttpStatus.OK);
  }

  /**
   * Where a browser stands when an answer was refused; who asks for that address anew comes back.
   */
  @GetMapping("/rounds/{id}/answers/{task}")
  String unanswered(@PathVariable long id, @PathVariable String task) {
    return "redirect:" + withDraft(id, task);
  }

  private static String withDraft(long id, String task) {
    return "/rounds/%s?from=%s".formatted(id, UriUtils.encode(task, StandardCharsets.UTF_8));
  }

  @PostMapping(path = "/rounds/{id}/answers/{task}", params = "discard")
  String discard(@PathVariable long id, @PathVariable String task) {
    drafts.discard(FormPlace.task(task));
    return "redirect:/rounds/" + id;
  }

  @PostMapping(path = "/rounds/{id}/answers/{task}", params = "bring-back")
  String bringBack(@PathVariable long id, @PathVariable String task) {
    drafts.bringBack(FormPlace.task(task));
    return "redirect:/rounds/" + id;
  }

  /** From a colleague of the delegation, who sees on the page who has it now. */
  @PostMapping(path = "/rounds/{id}/answers/{task}", params = "take-over")
  String takeOver(@PathVariable long id, @PathVariable String task) {
    answers.takeOver(task);
    return "redirect:/rounds/" + id;
  }

  /** Takes an answer and shows the receipt for it; one that is refused comes back as it was. */
  @PostMapping("/rounds/{id}/answers/{task}")
  ModelAndView answer(
      @PathVariable long id,
      @PathVariable String task,
      @RequestParam Map<String, String> sent,
      Authentication reader,
      HttpServletRequest request) {
    return HandingIn.of(
        () -> {
          List<String> groups = Groups.of(reader);
          answers.handIn(rounds.of(id, groups).key(), task, sent, reader.getName());
          return new ModelAndView("redirect:" + receipts.newest(id, groups, reader.getName()));
        },
        RefusedForm.leadingBack(
            FormPlace.task(task),
            withDraft(id, task),
            sent,
            reader.getName(),
            forms,
            request,
            (faults, status) -> again(id, task, sent, faults, reader, status)));
  }

  /**
   * The page with what was sent. If that task has ended meanwhile, what was typed stands there to
   * be copied, and in the form that has taken its place.
   */
  private ModelAndView again(
      long id,
      String task,
      Map<String, String> sent,
      List<Fault> faults,
      Authentication reader,
      HttpStatus status) {
    ModelAndView page =
        page(
            id,
            reader,
            open ->
                open.equals(task)
                    ? forms.again(FormPlace.task(task), sent, faults)
                    : forms.open(FormPlace.task(open), Answers.typed(sent)),
            status);
    return withTexts(page, task, faults, Answers.typed(sent));
  }

  /** What was typed into a form that the page has no more. */
  private static ModelAndView withTexts(
      ModelAndView page, String task, List<Fault> faults, Map<String, String> typed) {
    FormView form = (FormView) page.getModel().get("form");
    return form != null && form.place().equals(FormPlace.task(task))
        ? page
        : page.addObject("faults", faults)
            .addObject("texts", Answers.texts(typed))
            .addObject("typedInto", task);
  }

  private ModelAndView page(
      long id, Authentication reader, Function<String, FormView> form, HttpStatus status) {
    List<String> groups = Groups.of(reader);
    RoundView round = rounds.of(id, groups);
    List<Waiting> waiting = round.after() == null ? work.of(round.key(), groups) : List.of();
    Optional<Waiting> answer = waiting.stream().filter(Waiting::answers).findFirst();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("round", round);
    model.put("askEvery", policy.askEvery().toMillis());
    model.put("tasks", waiting.stream().filter(each -> !answer.equals(Optional.of(each))).toList());
    answer.ifPresent(
        task -> {
          model.put("form", Answers.onPage(id, task.id(), form.apply(task.id())));
          model.put("holder", answers.holder(task.id(), reader).orElse(null));
        });
    return new ModelAndView("round", model, status);
  }
}
