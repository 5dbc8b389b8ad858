package app.chancery.desk.incidents;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.records.NoticePlace;
import app.chancery.records.Tellings;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.view.RedirectView;

/** What stands still, what to do, and who was told, for the administrators. */
@Controller
class IncidentsPage {

  private static final String ADDRESS = "/incidents";

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

  @GetMapping(ADDRESS)
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
    model.addAttribute("files", TableAddresses.of(ADDRESS));
    return "incidents";
  }

  /** All that stands still, as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file() {
    return Table.of(
        "incidents",
        Row.class,
        incidents.open(Integer.MAX_VALUE, 0).stream().map(Row::of).toList());
  }

  /**
   * What stands still.
   *
   * @param key of its programme
   * @param said why, where that was said for people to read; null elsewhere
   * @param job by which the log names it
   */
  private record Row(
      String key,
      String step,
      String process,
      String activity,
      OffsetDateTime since,
      String said,
      String job) {

    private static Row of(Incident incident) {
      return new Row(
          incident.programme(),
          incident.step(),
          incident.process(),
          incident.activity(),
          incident.since(),
          incident.said().orElse(null),
          incident.job());
    }
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
