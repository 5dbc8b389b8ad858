package app.chancery.desk.absence;

import app.chancery.platform.people.Absences;
import app.chancery.platform.people.Absences.Entered;
import app.chancery.platform.people.Absences.Warning;
import app.chancery.platform.people.Deputies;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's absences, and in whose place they act; for an administrator everybody's. */
@Controller
class AbsencePages {

  private static final String ADDRESS = "/absence";

  /** Told to the next page alone, by a key of the bundle. */
  private static final String DONE = "done";

  private static final Entered NOTHING = new Entered("", "", "", "", "");

  private final Absences absences;
  private final Deputies deputies;

  AbsencePages(Absences absences, Deputies deputies) {
    this.absences = absences;
    this.deputies = deputies;
  }

  @GetMapping(ADDRESS)
  ModelAndView absence(@AuthenticationPrincipal Person person) {
    return page(person, NOTHING, List.of(), HttpStatus.OK);
  }

  @PostMapping(ADDRESS)
  ModelAndView enter(
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String deputy,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String nevertheless,
      @AuthenticationPrincipal Person person,
      RedirectAttributes next) {
    Entered entered = new Entered(who, deputy, from, until, nevertheless);
    try {
      Optional<Warning> warning = absences.enter(person, entered);
      if (warning.isPresent()) {
        return page(person, entered, List.of(), HttpStatus.CONFLICT)
            .addObject("warning", warning.get());
      }
    } catch (Refused refused) {
      return page(person, entered, refused.faults(), HttpStatus.BAD_REQUEST);
    }
    next.addFlashAttribute(DONE, "absence.done.entered");
    return new ModelAndView("redirect:" + ADDRESS);
  }

  @PostMapping(ADDRESS + "/{id}/end")
  String end(
      @PathVariable long id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
    absences.end(person, id);
    next.addFlashAttribute(DONE, "absence.done.ended");
    return "redirect:" + ADDRESS;
  }

  private ModelAndView page(Person person, Entered entered, List<Fault> faults, HttpStatus status) {
    boolean administers = person.ownGroups().contains(Groups.ADMINISTRATORS);
    Map<String, String> wrong =
        faults.stream()
            .collect(
                Collectors.toMap(Fault::field, Fault::message, (one, other) -> one + " " + other));
    return new ModelAndView("absence", status)
        .addObject("administers", administers)
        .addObject("entered", entered)
        .addObject("wrong", wrong)
        .addObject("choices", absences.choices(person))
        .addObject("own", absences.of(person.id()))
        .addObject("asDeputy", absences.asDeputy(person.id()))
        .addObject("acting", deputies.standsInFor(person.id()))
        .addObject("all", administers ? absences.all() : List.of());
  }
}
