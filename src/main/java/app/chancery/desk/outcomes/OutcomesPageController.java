package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.OutcomesReport.QuarterOutcomes;
import app.chancery.oversight.QuarterReports;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.alliance.Allies;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the programme achieves, for people. */
@Controller
class OutcomesPageController {

  /** As many as are read side by side without turning the head. */
  private static final int QUARTERS = 8;

  private final Outcomes outcomes;
  private final QuarterReports reports;
  private final Programmes programmes;
  private final Allies allies;

  OutcomesPageController(
      Outcomes outcomes, QuarterReports reports, Programmes programmes, Allies allies) {
    this.outcomes = outcomes;
    this.reports = reports;
    this.programmes = programmes;
    this.allies = allies;
  }

  @GetMapping("/outcomes")
  String outcomes(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String programme,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("reports", reports.made());
    try {
      show(
          outcomes.report(
              OutcomesQuery.of(from, to, tier, programme, outcomes.current(), QUARTERS)),
          model);
      model.addAttribute("files", TableAddresses.at("/api/v1/outcomes"));
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute(
          "refusal", refused.naming(field -> Words.of("outcomes." + field)).getLocalizedMessage());
    } catch (NotFound none) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("refusal", none.getMessage());
    }
    return "outcomes";
  }

  private void show(OutcomesReport report, Model model) {
    QuarterOutcomes newest = report.quarters().get(report.quarters().size() - 1);
    List<Measures> columns = new ArrayList<>(newest.tiers().values());
    columns.add(newest.all());
    List<String> heads = new ArrayList<>();
    newest.tiers().keySet().forEach(each -> heads.add(tierInWords(each)));
    heads.add(Words.of("tier.all"));
    model.addAttribute("report", report);
    model.addAttribute(
        "programme",
        report.programme() == null ? null : programmes.get(report.programme()).called());
    model.addAttribute(
        "isEmpty", report.quarters().stream().allMatch(quarter -> quarter.all().programmes() == 0));
    model.addAttribute(
        "groups",
        OutcomesPage.groups(
            report.quarters().stream().map(QuarterOutcomes::all).toList(), allies.names()));
    model.addAttribute(
        "quarterHeads", report.quarters().stream().map(each -> each.quarter().words()).toList());
    model.addAttribute("newest", StringUtils.capitalize(newest.quarter().words()));
    model.addAttribute("tierHeads", heads);
    model.addAttribute("tierGroups", OutcomesPage.groups(columns, allies.names()));
  }

  private static String tierInWords(String code) {
    return code.equals(Count.NOT_SETTLED) ? Words.of("tier.notSettled") : Tier.of(code).word();
  }
}
