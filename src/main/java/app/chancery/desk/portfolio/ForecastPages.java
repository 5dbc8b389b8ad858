package app.chancery.desk.portfolio;

import app.chancery.forecast.Forecast;
import app.chancery.forecast.ForecastAnswer;
import app.chancery.forecast.Forecasts;
import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programme;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** When the coming stages of all programmes could be reached, if every decision is favourable. */
@Controller
class ForecastPages {

  /** Each has up to five stages. */
  private static final int PAGE_SIZE = 10;

  private final Portfolio portfolio;
  private final Forecasts forecasts;
  private final Days days;

  ForecastPages(Portfolio portfolio, Forecasts forecasts, Days days) {
    this.portfolio = portfolio;
    this.forecasts = forecasts;
    this.days = days;
  }

  @GetMapping("/forecast")
  String forecast(
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    PageNumber.refuseNegative("page", page);
    Filter filter = Filter.of(tier, text);
    Portfolio.Page found = portfolio.page(portfolio.matching(filter), page, PAGE_SIZE);
    Map<String, Forecast> told = forecasts.ofEach(found.programmes());
    LocalDate last = ForecastOnPage.last(told.values());
    model.addAttribute("page", found);
    model.addAttribute(
        "forecasts",
        found.programmes().stream()
            .collect(
                Collectors.toMap(
                    Programme::key, each -> ForecastOnPage.of(told.get(each.key()), last))));
    model.addAttribute("filter", filter);
    model.addAttribute("said", said(filter));
    model.addAttribute("files", TableAddresses.at("/forecast/figures"));
    model.addAttribute("today", days.today());
    model.addAttribute("last", last);
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("earlier", PortfolioPages.address(found.page() - 1));
    model.addAttribute("later", PortfolioPages.address(found.page() + 1));
    return "forecast";
  }

  /** The same of all that match, on whichever page, as a file. */
  @GetMapping(
      path = "/forecast/figures",
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table figures(
      @RequestParam(required = false) String tier, @RequestParam(required = false) String text) {
    List<Programme> found = portfolio.all(Filter.of(tier, text));
    Map<String, Forecast> told = forecasts.ofEach(found);
    return Table.of(
        "forecasts",
        Row.class,
        found.stream()
            .flatMap(
                programme -> {
                  ForecastAnswer answer = ForecastAnswer.of(told.get(programme.key()));
                  return answer.stages().stream()
                      .map(
                          stage ->
                              new Row(
                                  programme.key(),
                                  programme.name(),
                                  programme.status(),
                                  programme.tier(),
                                  answer.asOf(),
                                  stage));
                })
            .toList());
  }

  /** A coming stage of a programme. */
  private record Row(
      String key,
      String name,
      Programme.Status status,
      Tier tier,
      LocalDate asOf,
      @JsonUnwrapped ForecastAnswer.ComingStage stage) {}

  /** What is looked for, in words. */
  private static List<String> said(Filter filter) {
    List<String> said = new ArrayList<>();
    if (filter.text() != null) {
      said.add(PortfolioPages.said("page.portfolio.text", filter.text()));
    }
    if (filter.tier() != null) {
      said.add(PortfolioPages.said("page.portfolio.tier", filter.tier().word()));
    }
    return said;
  }
}
