package app.chancery.desk.work;

import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The buttons that take a task, give it back or hand it over, of the lists and of a task's own
 * page. Each leads back to the page it was on, which says what came of it ({@code handed}).
 */
@Controller
class HandingPages {

  /** The most tasks that are ticked at once. */
  private static final int MOST = 200;

  /** A page that has such buttons, with its filters; anything else leads to the lists. */
  private static final Pattern PAGE =
      Pattern.compile("/(?:work|tasks|programmes|rounds)(?:[/?][!-~&&[^\\\\]]*)?");

  private final PassingOn passing;

  HandingPages(PassingOn passing) {
    this.passing = passing;
  }

  @PostMapping("/tasks/{id}/claim")
  RedirectView claimOne(
      @PathVariable String id,
      @RequestParam Optional<String> back,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    return told(passing.claim(person, Set.of(id)), back, request);
  }

  @PostMapping("/tasks/{id}/give-back")
  RedirectView giveBackOne(
      @PathVariable String id,
      @RequestParam Optional<String> back,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    return told(passing.giveBack(person, Set.of(id)), back, request);
  }

  @PostMapping("/tasks/{id}/hand-over")
  RedirectView handOverOne(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam Optional<String> back,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    return told(passing.handOver(person, Set.of(id), to), back, request);
  }

  @PostMapping("/work/claim")
  RedirectView claim(
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam Optional<String> back,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    return told(passing.claim(person, ticked(task)), back, request);
  }

  @PostMapping("/work/give-back")
  RedirectView giveBack(
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam Optional<String> back,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    return told(passing.giveBack(person, ticked(task)), back, request);
  }

  @PostMapping("/work/hand-over")
  RedirectView handOver(
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam(defaultValue = "") String to,
      @RequestParam Optional<String> back,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    return told(passing.handOver(person, ticked(task), to), back, request);
  }

  static Set<String> ticked(List<String> tasks) {
    if (tasks.size() > MOST) {
      throw new Refused("task", Words.of("work.ticked.many").formatted(MOST));
    }
    return new TreeSet<>(tasks);
  }

  private static RedirectView told(
      Handed handed, Optional<String> back, HttpServletRequest request) {
    handed.tellNext(request);
    return back(back, WorkPages.ADDRESS);
  }

  /**
   * @param asked where a form says that it stands
   * @param otherwise where that is no page of ours that has such forms
   */
  static RedirectView back(Optional<String> asked, String otherwise) {
    RedirectView page =
        new RedirectView(asked.filter(each -> PAGE.matcher(each).matches()).orElse(otherwise));
    page.setExpandUriTemplateVariables(false);
    page.setHttp10Compatible(false);
    return page;
  }
}
