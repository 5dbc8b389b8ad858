package app.chancery.platform.watching;

import java.util.List;
import org.springframework.stereotype.Component;

/** Each node tells of its own clock; that of the database is the one that all have in common. */
@Component
class ClockFigures implements Figures {

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "chancery_clock_ahead_of_database_seconds",
            "How far the clock of this node is ahead of that of the database, in seconds",
            "select extract(epoch from cast(:now as timestamp with time zone) - current_timestamp)"
                + " as number"));
  }
}
