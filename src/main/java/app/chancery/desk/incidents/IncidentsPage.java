package app.chancery.desk.incidents;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.records.NoticePlace;
import app.chancery.records.Tellings;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What stands still, what to do, and who was told, for the administrators. */
@Controller
class IncidentsPage {

  private static final int PAGE_SIZE = 50;

  private final Incidents incidents;
  private final Tellings tellings;
  private final Retrials retrials;
  private final CandidateNames candidates;

  IncidentsPage(
      Incidents incidents, Tellings tellings, Retrials retrials, CandidateNames candidates) {
    this.incidents = incidents;
    this.tellings = tellings;
    this.retrials = retrials;
    this.candidates = candidates;
  }

  @GetMapping("/incidents")
  String incidents(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean tried,
      Model model) {
    PageNumber.refuseNegative("page", page);
    long pages = PageNumber.pages(incidents.count(), PAGE_SIZE);
    int at = (int) Math.min(page, pages - 1);
    List<Incident> shown = incidents.open(PAGE_SIZE, (long) at * PAGE_SIZE);
    model.addAttribute("incidents", shown);
    model.addAttribute("candidates", candidates);
    model.addAttribute(
        "told", tellings.of(NoticePlace.Kind.INCIDENT, shown.stream().map(Incident::id).toList()));
    model.addAttribute("tried", tried);
    model.addAttribute("page", at);
    model.addAttribute("pages", pages);
    return "incidents";
  }

  /** A second click finds nothing more to do, and is answered as the first. */
  @PostMapping("/incidents/{id}/try-again")
  RedirectView tryAgain(@PathVariable String id) {
    retrials.tryAgain(id);
    RedirectView back = new RedirectView("/incidents?tried=true");
    back.setHttp10Compatible(false);
    return back;
  }
}
