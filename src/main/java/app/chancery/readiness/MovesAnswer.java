package app.chancery.readiness;

import app.chancery.platform.refusal.Figures;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.OccStage;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What moves a tier, as programs read it: over REST and on the command line. */
public record MovesAnswer(Tier tier, List<MoveAnswer> raises, List<MoveAnswer> losses) {

  public static MovesAnswer of(Moves.Found found) {
    return new MovesAnswer(
        found.tier(),
        found.raises().stream().map(MoveAnswer::of).toList(),
        found.losses().stream().map(MoveAnswer::of).toList());
  }

  record MoveAnswer(List<ChangeAnswer> changes, Tier tier) {

    static MoveAnswer of(Move move) {
      return new MoveAnswer(move.changes().stream().map(ChangeAnswer::of).toList(), move.tier());
    }
  }

  /** Figures as a dossier has them: a number, or the code of an OCC stage. */
  @JsonInclude
  record ChangeAnswer(
      IndicatorName indicator,
      @Schema(
              types = {"number", "string"},
              nullable = true)
          Object from,
      @Schema(types = {"number", "string"}) Object to) {

    static ChangeAnswer of(Move.Change change) {
      return new ChangeAnswer(
          change.indicator(),
          figure(change.indicator(), change.from()),
          figure(change.indicator(), change.to()));
    }

    private static Object figure(IndicatorName indicator, String value) {
      if (value == null) {
        return null;
      }
      return indicator == IndicatorName.OCC_STAGE
          ? OccStage.of(value).map(OccStage::code).orElse(value)
          : Figures.ofProgram(value).orRefuse(indicator.field());
    }
  }
}
