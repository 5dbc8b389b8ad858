package app.chancery.desk.work;

import app.chancery.desk.work.Starts.Start;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.FormView;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.forms.HandedInAlready;
import app.chancery.platform.forms.StartReceipt;
import app.chancery.platform.forms.StartReceipts;
import app.chancery.platform.people.Person;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Starting a process: its form, and what comes after. */
@Controller
class StartPages {

  /** What was handed in now was handed in before: told on the next page, or where it was told. */
  private static final String ALREADY = "already";

  private final Starts starts;
  private final Forms forms;
  private final Drafts drafts;
  private final StartReceipts receipts;
  private final Programmes programmes;
  private final ProgrammeField field;
  private final Afterwards afterwards;
  private final TaskViews views;
  private final Signatures signatures;

  StartPages(
      Starts starts,
      Forms forms,
      Drafts drafts,
      StartReceipts receipts,
      Programmes programmes,
      ProgrammeField field,
      Afterwards afterwards,
      TaskViews views,
      Signatures signatures) {
    this.starts = starts;
    this.forms = forms;
    this.drafts = drafts;
    this.receipts = receipts;
    this.programmes = programmes;
    this.field = field;
    this.afterwards = afterwards;
    this.views = views;
    this.signatures = signatures;
  }

  /**
   * @param programme the key of the one it is to be about; what the person has typed already about
   *     another one stays, and the page says so
   */
  @GetMapping("/start/{process}")
  ModelAndView start(
      @PathVariable String process,
      @RequestParam Optional<String> programme,
      HttpServletRequest request) {
    Start start = startable(process);
    String wanted = programme.map(this::written).orElse("");
    FormPlace place = FormPlace.start(process);
    String drafted =
        drafts
            .find(place)
            .map(draft -> String.valueOf(draft.fields().getOrDefault(ProgrammeField.NAME, "")))
            .filter(text -> !text.isBlank())
            .orElse(wanted);
    FormView form =
        RefusedForm.toTell(request)
            .map(refused -> forms.again(place, refused.sent(), refused.faults()))
            .orElseGet(() -> forms.open(place, Map.of(ProgrammeField.NAME, wanted)));
    return page(start, form, HttpStatus.OK)
        .addObject("wanted", wanted)
        .addObject("noSuch", programme.filter(key -> programmes.find(key).isEmpty()).orElse(null))
        .addObject("drafted", wanted.isBlank() || drafted.equals(wanted) ? null : drafted);
  }

  /** Without a script of the page: shows what depends on the answers so far. */
  @PostMapping(path = "/start/{process}", params = "look")
  ModelAndView look(@PathVariable String process, @RequestParam Map<String, String> sent) {
    Start start = startable(process);
    return page(start, forms.again(FormPlace.start(process), sent, List.of()), HttpStatus.OK);
  }

  @PostMapping(path = "/start/{process}", params = "discard")
  ModelAndView discard(@PathVariable String process, @RequestParam Optional<String> wanted) {
    startable(process);
    drafts.discard(FormPlace.start(process));
    return to(FormPlace.start(process).address(), wanted.orElse(""));
  }

  @PostMapping(path = "/start/{process}", params = "bring-back")
  ModelAndView bringBack(@PathVariable String process) {
    startable(process);
    drafts.bringBack(FormPlace.start(process));
    return to(FormPlace.start(process).address(), "");
  }

  @PostMapping("/start/{process}")
  ModelAndView submit(
      @PathVariable String process,
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal Person person,
      RedirectAttributes next,
      HttpServletRequest request) {
    Start start = startable(process);
    FormPlace place = FormPlace.start(process);
    return HandingIn.of(
        () -> {
          TaskFile.refuseOtherReader(sent, person.id(), signatures::ofHolder);
          return submit(place, sent, next);
        },
        RefusedForm.leadingBack(
            place,
            place.address(),
            sent,
            person.id(),
            forms,
            request,
            (faults, status) -> page(start, forms.again(place, sent, faults), status)));
  }

  private ModelAndView submit(FormPlace place, Map<String, String> sent, RedirectAttributes next) {
    try {
      return done(forms.start(place, sent));
    } catch (HandedInAlready already) {
      if (already.isSame()) {
        drafts.forget(place);
        next.addFlashAttribute(ALREADY, true);
        return done(already.receipt());
      }
      // Not under the number that was used: the form that comes back has another one.
      next.addFlashAttribute(ALREADY, doneAddress(already.receipt()));
      throw already;
    } catch (NotFound noProgramme) {
      // It is said at its field.
      throw new Refused(ProgrammeField.NAME, noProgramme.getMessage());
    }
  }

  /**
   * What was handed in, what happens next in its programme, and what there is to do next.
   *
   * @param receipt the one-time number under which the reader has handed it in
   */
  @GetMapping("/start/{process}/done")
  ModelAndView done(
      @PathVariable String process,
      @RequestParam Optional<String> receipt,
      @AuthenticationPrincipal Person person) {
    StartReceipt handedIn =
        receipt
            .flatMap(receipts::find)
            .filter(found -> found.start().equals(FormPlace.start(process)))
            .orElseThrow(() -> new NotFound(Words.of("start.noReceipt")));
    Optional<Afterwards.Next> next = afterwards.next(person);
    ModelAndView page =
        new ModelAndView("start-done")
            .addObject("start", startable(process))
            .addObject("receipt", handedIn)
            .addObject("at", receipts.words(handedIn))
            .addObject("told", forms.told(handedIn))
            .addObject("next", next.orElse(null))
            .addObject(
                "nextCandidate", next.map(task -> views.candidate(task.programme())).orElse(null));
    Optional.ofNullable(handedIn.programme())
        .flatMap(programmes::find)
        .ifPresent(about -> tellOf(about, page));
    return page;
  }

  private static ModelAndView done(StartReceipt receipt) {
    return new ModelAndView("redirect:" + doneAddress(receipt));
  }

  private static String doneAddress(StartReceipt receipt) {
    return receipt.start().address() + "/done?receipt=" + receipt.once();
  }

  private void tellOf(Programme programme, ModelAndView page) {
    // What waits now may be over in a moment: the page tells it when it is known.
    boolean atWork = afterwards.isAtWork(programme.key());
    page.addObject("programme", programme)
        .addObject("candidate", programme.called())
        .addObject("atWork", atWork)
        .addObject(
            "opened", atWork ? List.of() : views.opened(programme.key(), Instant.EPOCH).since());
  }

  private Start startable(String process) {
    return starts.of(process).orElseThrow(() -> new NotFound(Words.of("form.noSuchProcess")));
  }

  private ModelAndView page(Start start, FormView form, HttpStatus status) {
    List<String> choices = start.aboutProgramme() ? field.choices() : List.of();
    return new ModelAndView("start-form", status)
        .addObject("start", start)
        .addObject("form", form)
        .addObject("choices", choices)
        .addObject("more", choices.size() > ProgrammeField.OFFERED);
  }

  /** What is no key stands in the field as it came, and is refused there. */
  private String written(String key) {
    return programmes.find(key).map(Programme::called).orElse(key);
  }

  /**
   * @param programme empty if there is none to tell of
   */
  private static ModelAndView to(String address, String programme) {
    UriComponentsBuilder page = UriComponentsBuilder.fromPath(address);
    if (!programme.isBlank()) {
      page.queryParam(ProgrammeField.NAME, "{programme}");
    }
    return new ModelAndView(
        "redirect:" + page.encode().buildAndExpand(Map.of("programme", programme)).toUriString());
  }
}
