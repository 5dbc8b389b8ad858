package app.chancery.desk.whatif;

import app.chancery.desk.whatif.WhatIf.Question;
import app.chancery.desk.whatif.WhatIf.Verdict;
import app.chancery.platform.refusal.Figures;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.Move;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What was tried and what comes of it, as rows of a file. */
final class WhatIfFigures {

  private final List<Row> rows = new ArrayList<>();
  private final Question question;

  private WhatIfFigures(Question question) {
    this.question = question;
  }

  /**
   * A figure.
   *
   * @param group what it is about: a figure that was tried, a score, a cap, a move of the tier
   * @param of which of these, by its code
   * @param today of the programme as it is; null if nothing is compared. Of a move, the figure
   *     before it; of a cap, why it applies, null if it does not
   * @param whatIf of what was tried. Of a move, the figure after it; of a cap as today
   * @param tier that a cap limits to, or that a move leads to; null for others
   * @param asOf the day that a figure that was tried describes; null for others
   */
  record Row(String group, String of, Object today, Object whatIf, Tier tier, LocalDate asOf) {}

  /** The question must have an answer. */
  static List<Row> of(Question question) {
    WhatIfFigures figures = new WhatIfFigures(question);
    figures.indicators();
    figures.add("tier", null, verdict -> verdict.assessment().tier().code());
    Arrays.stream(Dimension.values())
        .forEach(
            dimension ->
                figures.add(
                    "score",
                    dimension.code(),
                    verdict -> verdict.assessment().scores().in(dimension)));
    for (CapBeside cap : CapBeside.of(question)) {
      figures.rows.add(new Row("cap", cap.rule(), cap.today(), cap.whatIf(), cap.limitsTo(), null));
    }
    figures.add("capacity", "package", Verdict::points);
    figures.add("capacity", "otherProgrammes", verdict -> question.room().boundByOthers());
    figures.add("capacity", "points", verdict -> question.room().capacity());
    figures.add("capacity", "left", verdict -> question.room().leftBeside(verdict.points()));
    figures.moves("raise", question.moves().raises());
    figures.moves("loss", question.moves().losses());
    return List.copyOf(figures.rows);
  }

  private void indicators() {
    for (IndicatorName name : IndicatorName.values()) {
      Indicator tried = indicator(question.comes(), name);
      Indicator today =
          question.today() == null ? null : indicator(question.today().verdict(), name);
      if (tried != null || today != null) {
        rows.add(
            new Row(
                "figure",
                name.field(),
                today == null ? null : figure(name, today.value()),
                tried == null ? null : figure(name, tried.value()),
                null,
                tried == null ? null : tried.asOf()));
      }
    }
  }

  private static Indicator indicator(Verdict verdict, IndicatorName name) {
    return verdict.dossier().indicator(name).orElse(null);
  }

  /** The changes of one move stand one below the other, under its number. */
  private void moves(String group, List<Move> moves) {
    for (int at = 0; at < moves.size(); at++) {
      for (Move.Change change : moves.get(at).changes()) {
        rows.add(
            new Row(
                group + " " + (at + 1),
                change.indicator().field(),
                change.from() == null ? null : figure(change.indicator(), change.from()),
                figure(change.indicator(), change.to()),
                moves.get(at).tier(),
                null));
      }
    }
  }

  private void add(String group, String of, Function<Verdict, Object> figure) {
    rows.add(
        new Row(
            group,
            of,
            question.today() == null ? null : figure.apply(question.today().verdict()),
            figure.apply(question.comes()),
            null,
            null));
  }

  private static Object figure(IndicatorName name, String value) {
    return name == IndicatorName.OCC_STAGE
        ? value
        : Figures.ofProgram(value).orRefuse(name.field());
  }
}
