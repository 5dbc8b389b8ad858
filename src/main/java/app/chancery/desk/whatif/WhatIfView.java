package app.chancery.desk.whatif;

import app.chancery.desk.whatif.WhatIf.Question;
import app.chancery.desk.whatif.WhatIf.Today;
import app.chancery.desk.whatif.WhatIf.Verdict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Cap;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.Move;
import app.chancery.readiness.Policy;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.OccStage;
import app.chancery.records.dossier.Regions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What was tried and what comes of it, as a reader compares it with today. */
@Component
class WhatIfView {

  private final Regions regions;

  WhatIfView(Regions regions) {
    this.regions = regions;
  }

  /** A choice of a field, with what it is sent as. */
  record Choice(String value, String label) {}

  /**
   * A field of a figure.
   *
   * @param choices empty for a number
   * @param least and
   * @param most the ends of the scale, as they are written
   * @param today what the figure of the programme says; null if there is none
   * @param todayAsOf null with it
   * @param isMissing whether it counts as not known
   * @param isStale whether it is too old to count
   */
  record FigureField(
      String name,
      String asOfName,
      String label,
      String unit,
      List<Choice> choices,
      String least,
      String most,
      String value,
      String asOf,
      String today,
      String todayAsOf,
      boolean isMissing,
      boolean isStale) {}

  /**
   * A score against what the tiers need.
   *
   * @param today null if nothing is compared
   * @param score 0 to 100
   */
  record ScoreLine(String label, Integer today, int score, List<Need> needs) {

    public int change() {
      return today == null ? 0 : score - today;
    }
  }

  /**
   * @param from the least score that is enough for the tier
   */
  record Need(String tier, int from, boolean isMet) {}

  /**
   * A change of figures that moves the tier.
   *
   * @param address where it is tried
   */
  record MoveLine(List<String> changes, String tier, String address) {}

  /** Something wrong, with where it is; no field if it is nowhere on the page. */
  record Problem(String field, String label, String message) {}

  void show(Question question, List<Fault> faults, ModelAndView page) {
    Map<String, String> wrong =
        faults.stream()
            .filter(fault -> !fault.field().isEmpty())
            .collect(
                Collectors.toMap(Fault::field, Fault::message, (one, other) -> one + " " + other));
    page.addObject("tried", question.tried())
        .addObject("programmeField", programmeAsWritten(question))
        .addObject("today", question.today())
        .addObject("policy", question.policy().inWords())
        .addObject("comes", question.comes())
        .addObject("wrong", wrong)
        .addObject("problems", faults.stream().map(WhatIfView::problem).toList())
        .addObject("europeanChoices", european(question.tried()))
        .addObject("regionChoices", regions(question.tried()))
        .addObject(
            "figures",
            Arrays.stream(IndicatorName.values()).map(name -> figure(name, question)).toList());
    if (question.comes() != null) {
      page.addObject("scores", scores(question))
          .addObject("caps", CapBeside.of(question))
          .addObject("raises", moves(question, question.moves().raises()))
          .addObject("losses", moves(question, question.moves().losses()))
          .addObject("noRaise", noRaise(question))
          .addObject("noLoss", noLoss(question.comes()))
          .addObject("room", question.room());
    }
  }

  private static String programmeAsWritten(Question question) {
    return question.today() == null
        ? question.tried().programme()
        : question.today().programme().called();
  }

  private FigureField figure(IndicatorName name, Question question) {
    Map<String, String> fields = question.tried().fields();
    Optional<Indicator> known =
        Optional.ofNullable(question.today())
            .flatMap(each -> each.verdict().dossier().indicator(name));
    Verdict comes = question.comes();
    String value = fields.get(name.field());
    return new FigureField(
        name.field(),
        Tried.asOf(name),
        name.label(),
        name.unit(),
        name == IndicatorName.OCC_STAGE ? stages(value) : List.of(),
        plain(name.least()),
        plain(name.most()),
        value,
        fields.get(Tried.asOf(name)),
        known.map(Indicator::plain).map(Indicator::said).orElse(null),
        known.map(Indicator::asOf).map(Dates::words).orElse(null),
        comes != null && comes.assessment().missing().contains(name),
        comes != null && comes.assessment().stale().contains(name));
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  private static List<Choice> stages(String value) {
    return withGiven(
        Arrays.stream(OccStage.values())
            .map(stage -> new Choice(stage.code(), stage.word()))
            .toList(),
        value);
  }

  private static List<Choice> european(Tried tried) {
    return withGiven(
        List.of(
            new Choice("true", Words.of("whatIf.european.yes")),
            new Choice("false", Words.of("whatIf.european.no"))),
        tried.fields().get(Tried.EUROPEAN));
  }

  private List<Choice> regions(Tried tried) {
    return withGiven(
        regions.regions().entrySet().stream()
            .map(region -> new Choice(region.getKey(), region.getValue()))
            .toList(),
        tried.fields().get(Tried.REGION));
  }

  /** What an address gave that is none of the choices stands there as it came, and is refused. */
  private static List<Choice> withGiven(List<Choice> choices, String given) {
    return given.isEmpty() || choices.stream().anyMatch(each -> each.value().equals(given))
        ? choices
        : Stream.concat(choices.stream(), Stream.of(new Choice(given, given))).toList();
  }

  private List<ScoreLine> scores(Question question) {
    Verdict comes = question.comes();
    Today today = question.today();
    return Arrays.stream(Dimension.values())
        .map(
            dimension -> {
              int score = comes.assessment().scores().in(dimension);
              return new ScoreLine(
                  dimension.label(),
                  today == null ? null : today.verdict().assessment().scores().in(dimension),
                  score,
                  question
                      .policy()
                      .thresholds()
                      .needed(comes.dossier().region(), dimension)
                      .entrySet()
                      .stream()
                      .map(
                          need ->
                              new Need(
                                  need.getKey().word(), need.getValue(), score >= need.getValue()))
                      .toList());
            })
        .toList();
  }

  private static List<MoveLine> moves(Question question, List<Move> moves) {
    return moves.stream()
        .map(
            move ->
                new MoveLine(
                    move.changes().stream().map(Move.Change::words).toList(),
                    move.tier().word(),
                    question.tried().with(move).address()))
        .toList();
  }

  /** Why nothing raises the tier, where nothing does. */
  private static String noRaise(Question question) {
    Verdict comes = question.comes();
    Assessment assessment = comes.assessment();
    if (isLast(assessment.tier(), Tier::isBelow)) {
      return Words.of("whatIf.raises.highest");
    }
    Dossier dossier = comes.dossier();
    List<Cap> otherwise =
        dossier.european() ? assessment.caps() : asEuropean(dossier, question.policy()).caps();
    return assessment.caps().stream()
        .filter(cap -> cap.limitsTo() == assessment.tier() && !otherwise.contains(cap))
        .findFirst()
        .map(cap -> Words.of("whatIf.raises.held").formatted(cap.because()))
        .orElseGet(() -> Words.of("whatIf.raises.none"));
  }

  /** Of two judgments of the same figures, the difference is held by no figure. */
  private static Assessment asEuropean(Dossier dossier, Policy policy) {
    return policy
        .tiering()
        .assess(
            new Dossier(
                dossier.candidate(),
                dossier.name(),
                true,
                dossier.region(),
                dossier.assessedOn(),
                dossier.propagandaExposure(),
                dossier.propagandaExposureSource(),
                dossier.indicators()));
  }

  private static String noLoss(Verdict comes) {
    return isLast(comes.assessment().tier(), (tier, other) -> other.isBelow(tier))
        ? Words.of("whatIf.losses.lowest")
        : Words.of("whatIf.losses.none");
  }

  private static boolean isLast(Tier tier, BiPredicate<Tier, Tier> hasBeyond) {
    return Arrays.stream(Tier.values()).noneMatch(other -> hasBeyond.test(tier, other));
  }

  private static Problem problem(Fault fault) {
    return fault.field().isEmpty()
        ? new Problem(null, "", fault.message())
        : new Problem(fault.field(), label(fault.field()), fault.message());
  }

  /** What a field of the page is called. */
  private static String label(String field) {
    return Arrays.stream(IndicatorName.values())
        .filter(name -> field.equals(name.field()) || field.equals(Tried.asOf(name)))
        .findFirst()
        .map(
            name ->
                field.equals(name.field())
                    ? name.label()
                    : Words.of("whatIf.asOfWhich").formatted(name.label()))
        .orElseGet(() -> Words.of("whatIf.field." + field));
  }
}
