package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.OutcomesReport.QuarterOutcomes;
import app.chancery.documents.SmallChart;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.QuarterReports;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Tier;
import app.chancery.records.alliance.Allies;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.propertyeditors.StringArrayPropertyEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the programme achieves, for people. */
@Controller
class OutcomesPageController {

  /** As many as are read side by side without turning the head. */
  private static final int QUARTERS = 8;

  private final Outcomes outcomes;
  private final Retention retention;
  private final ProgrammeChoice choice;
  private final OutcomesPolicy policy;
  private final QuarterReports reports;
  private final Allies allies;
  private final Days days;

  OutcomesPageController(
      Outcomes outcomes,
      Retention retention,
      ProgrammeChoice choice,
      OutcomesPolicy policy,
      QuarterReports reports,
      Allies allies,
      Days days) {
    this.outcomes = outcomes;
    this.retention = retention;
    this.choice = choice;
    this.policy = policy;
    this.reports = reports;
    this.allies = allies;
    this.days = days;
  }

  /** A name with a comma is one programme. */
  @InitBinder
  void takeCommasAsTheyAre(WebDataBinder binder) {
    binder.registerCustomEditor(String[].class, new StringArrayPropertyEditor(null));
  }

  @GetMapping("/outcomes")
  String outcomes(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String tier,
      @RequestParam(defaultValue = "") String[] programme,
      @RequestParam(defaultValue = "") String find,
      @RequestParam(defaultValue = "0") int page,
      Model model,
      HttpServletResponse response) {
    PageNumber.refuseNegative("page", page);
    Map<String, String> wrong = new LinkedHashMap<>();
    OutcomesReport report = null;
    try {
      Outcomes.Answer answer =
          outcomes.answer(
              OutcomesQuery.of(
                  from, to, tier, List.of(programme), outcomes.current(), QUARTERS, new Faults()));
      report = answer.report();
      show(answer, page, model);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      wrong.putAll(
          refused.faults().stream()
              .collect(Collectors.toMap(Fault::field, Fault::message, (one, more) -> one)));
    } catch (NotFound none) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      wrong.put("programme", none.getMessage());
    }
    model.addAttribute("wrong", wrong);
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("reports", reports.made());
    String first = report == null ? from : report.from().toString();
    String last = report == null ? to : report.to().toString();
    model.addAttribute("first", first);
    model.addAttribute("last", last);
    model.addAttribute("firsts", quarters(first));
    model.addAttribute("lasts", quarters(last));
    model.addAttribute(
        "choice", choice.of(report == null ? List.of(programme) : report.programmes(), find));
    return "outcomes";
  }

  /**
   * How people read a quarter that can be chosen, by its code; also one that is asked for already.
   */
  private Map<String, String> quarters(String asked) {
    Map<String, String> all = new LinkedHashMap<>();
    TreeSet<Quarter> quarters = new TreeSet<>(outcomes.quarters());
    if (asked != null && !asked.isBlank()) {
      Quarter read = Quarter.read(asked).value();
      if (read == null) {
        all.put(asked, asked);
      } else {
        quarters.add(read);
      }
    }
    quarters
        .descendingSet()
        .forEach(quarter -> all.put(quarter.toString(), StringUtils.capitalize(quarter.words())));
    return all;
  }

  @GetMapping("/outcomes/retention")
  String retention(Model model) {
    Retained retained = retention.now();
    model.addAttribute("retained", retained);
    model.addAttribute("least", policy.leastCases());
    model.addAttribute("asOf", days.words(retained.asOf()));
    model.addAttribute("files", TableAddresses.at("/api/v1/outcomes/retention"));
    return "retention";
  }

  private void show(Outcomes.Answer answer, int page, Model model) {
    OutcomesReport report = answer.report();
    QuarterOutcomes newest = report.quarters().get(report.quarters().size() - 1);
    List<Measures> columns = new ArrayList<>(newest.tiers().values());
    columns.add(newest.all());
    List<String> heads = new ArrayList<>();
    newest.tiers().keySet().forEach(each -> heads.add(tierInWords(each)));
    heads.add(Words.of("tier.all"));
    OutcomesView view = OutcomesView.of(answer, outcomes.whole(answer), allies.names(), page);
    model.addAttribute("report", report);
    model.addAttribute("view", view);
    model.addAttribute("signs", SmallChart.Sign.values());
    model.addAttribute("earlier", address(view.page() - 1));
    model.addAttribute("later", address(view.page() + 1));
    model.addAttribute("files", OutcomesView.files(answer, "", null));
    model.addAttribute(
        "programme",
        switch (report.programmes().size()) {
          case 0 -> null;
          case 1 -> answer.count().courses().get(0).called();
          default -> Words.counted("outcomes.chosen", report.programmes().size());
        });
    model.addAttribute(
        "isEmpty", report.quarters().stream().allMatch(quarter -> quarter.all().programmes() == 0));
    model.addAttribute(
        "groups",
        OutcomesPage.groups(
            report.quarters().stream().map(QuarterOutcomes::all).toList(), allies.names()));
    model.addAttribute("quarterHeads", OutcomesView.heads(report));
    model.addAttribute("newest", StringUtils.capitalize(newest.quarter().words()));
    model.addAttribute("tierHeads", heads);
    model.addAttribute("tierGroups", OutcomesPage.groups(columns, allies.names()));
  }

  /** Relative: the browser knows which host it asked. */
  private static String address(int page) {
    return "?"
        + ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("page", page)
            .build()
            .getQuery();
  }

  private static String tierInWords(String code) {
    return code.equals(Count.NOT_SETTLED) ? Words.of("tier.notSettled") : Tier.of(code).word();
  }
}
