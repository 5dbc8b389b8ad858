package app.chancery.desk.whatif;

import app.chancery.desk.whatif.WhatIf.Question;
import app.chancery.desk.work.ProgrammeField;
import app.chancery.platform.export.Table;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Other figures are tried, and what came of them is kept. */
@Controller
class WhatIfPages {

  /** Told to the next page alone. */
  private static final String DONE = "done";

  /** What stands in the form that keeps. */
  record Keeping(String name, String note, boolean shared) {

    private static final Keeping NOTHING = new Keeping("", "", false);
  }

  private final WhatIf whatIf;
  private final Scenarios scenarios;
  private final WhatIfView view;
  private final ProgrammeField programmes;
  private final Signatures signatures;
  private final Author author;

  WhatIfPages(
      WhatIf whatIf,
      Scenarios scenarios,
      WhatIfView view,
      ProgrammeField programmes,
      Signatures signatures,
      Author author) {
    this.whatIf = whatIf;
    this.scenarios = scenarios;
    this.view = view;
    this.programmes = programmes;
    this.signatures = signatures;
    this.author = author;
  }

  @GetMapping(Tried.ADDRESS)
  ModelAndView ask(@RequestParam Map<String, String> given) {
    return page(whatIf.ask(given, new Faults()), Keeping.NOTHING, List.of());
  }

  /** What comes of it, as a file; there is none of what is refused. */
  @GetMapping(
      path = Tried.ADDRESS + "/figures",
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table figures(@RequestParam Map<String, String> given) {
    Map<String, String> tried = new LinkedHashMap<>(given);
    tried.remove("format");
    Faults faults = new Faults();
    Question question = whatIf.ask(tried, faults);
    faults.check(
        question.comes() != null || !faults.isEmpty(), "", Words.of("whatIf.nothingToKeep"));
    faults.refuseIfAny();
    return Table.of("what-if", WhatIfFigures.Row.class, WhatIfFigures.of(question));
  }

  @PostMapping(Tried.ADDRESS + "/scenarios")
  ModelAndView keep(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String shared,
      @RequestParam(defaultValue = "") String tried,
      RedirectAttributes next) {
    Faults faults = new Faults();
    Question question = whatIf.ask(Tried.given(tried, faults), faults);
    Keeping keeping = new Keeping(name, note, !shared.isEmpty());
    if (question.comes() == null) {
      return page(question, keeping, List.of(new Fault("", Words.of("whatIf.nothingToKeep"))));
    }
    try {
      scenarios.keep(keeping.name(), keeping.note(), keeping.shared(), question.tried().query());
    } catch (Refused refused) {
      return page(question, keeping, refused.faults());
    }
    next.addFlashAttribute(DONE, Words.of("whatIf.kept").formatted(keeping.name().strip()));
    return new ModelAndView("redirect:" + question.tried().address());
  }

  /** What stands in the fields of the page meanwhile stays there. */
  @PostMapping(Tried.ADDRESS + "/scenarios/{id}/delete")
  ModelAndView delete(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String tried,
      RedirectAttributes next) {
    Faults faults = new Faults();
    Map<String, String> given = Tried.given(tried, faults);
    faults.refuseIfAny();
    next.addFlashAttribute(DONE, Words.of("whatIf.deleted").formatted(scenarios.delete(id)));
    return new ModelAndView("redirect:" + Tried.address(given));
  }

  private ModelAndView page(Question question, Keeping keeping, List<Fault> ofKeeping) {
    List<Fault> faults = Stream.concat(question.faults().stream(), ofKeeping.stream()).toList();
    List<Scenario> kept = scenarios.seen();
    List<String> choices = programmes.choices();
    ModelAndView page =
        new ModelAndView("what-if", faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
            .addObject("keeping", keeping)
            .addObject("own", kept.stream().filter(this::isOwn).toList())
            .addObject("others", kept.stream().filter(each -> !isOwn(each)).toList())
            .addObject("names", signatures.ofHolders(kept.stream().map(Scenario::owner).toList()))
            .addObject("choices", choices)
            .addObject("more", choices.size() > ProgrammeField.OFFERED);
    view.show(question, new ArrayList<>(faults), page);
    return page;
  }

  private boolean isOwn(Scenario scenario) {
    return scenario.owner().equals(author.account());
  }
}
