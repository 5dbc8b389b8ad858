package app.chancery.desk.portfolio;

import app.chancery.forecast.Forecast;
import app.chancery.forecast.Forecasts;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programme;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    Portfolio.Page found =
        portfolio.awaitedFirst(Filter.of(null, null, tier, text), page, PAGE_SIZE);
    Map<String, Forecast> told = forecasts.ofEach(found.programmes());
    LocalDate last = ForecastOnPage.last(told.values());
    model.addAttribute("page", found);
    model.addAttribute(
        "forecasts",
        found.programmes().stream()
            .collect(
                Collectors.toMap(
                    Programme::key, each -> ForecastOnPage.of(told.get(each.key()), last))));
    model.addAttribute("today", days.today());
    model.addAttribute("last", last);
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("earlier", PortfolioPages.address(found.page() - 1));
    model.addAttribute("later", PortfolioPages.address(found.page() + 1));
    return "forecast";
  }
}
