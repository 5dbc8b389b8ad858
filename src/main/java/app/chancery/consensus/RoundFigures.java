package app.chancery.consensus;

import app.chancery.platform.watching.Figure;
import app.chancery.platform.watching.Figures;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class RoundFigures implements Figures {

  private static final String RUNNING =
      " from council_round where id in (" + RunningRounds.IDS + ")";

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "chancery_rounds_open",
            "Rounds in which silence runs",
            "select count(*) as number" + RUNNING),
        new Figure(
            "chancery_rounds_past_deadline",
            "Rounds whose silence should have ended",
            "select count(*) as number" + RUNNING + " and silence_ends < :now"),
        new Figure(
            "chancery_rounds_next_deadline_timestamp_seconds",
            "When silence ends next, in seconds since 1970",
            "select extract(epoch from min(silence_ends)) as number" + RUNNING));
  }
}
