package app.chancery.engagement;

import app.chancery.programme.Programmes;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reminders and escalations of step 2. */
@Service
public class Reminders {

  private final Programmes programmes;
  private final Notices notices;

  Reminders(Programmes programmes, Notices notices) {
    this.programmes = programmes;
    this.notices = notices;
  }

  /**
   * Tells a group what waits.
   *
   * @param about for example {@code the offer is to be drafted}
   */
  public void tell(String programme, String group, String about) {
    String name = programmes.get(programme).name();
    notices.tell(
        programme,
        PackageDesign.STEP,
        "%s: %s".formatted(name, about),
        "In the programme %s for %s, %s. The task is in Tasklist."
            .formatted(programme, name, about),
        List.of(group));
  }
}
