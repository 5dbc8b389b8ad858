package app.chancery.integration;

import app.chancery.programme.Programmes;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reminders and escalations of what waits for somebody in step 5. */
@Service
public class IntegrationReminders {

  private final Programmes programmes;
  private final Notices notices;

  IntegrationReminders(Programmes programmes, Notices notices) {
    this.programmes = programmes;
    this.notices = notices;
  }

  /**
   * Tells some groups what waits.
   *
   * @param groups separated by commas
   */
  public void remind(String programme, String subject, String groups) {
    notices.tell(
        programme,
        Integration.STEP,
        subject,
        "%s: %s.".formatted(programmes.get(programme).name(), subject),
        List.of(groups.split(",\\s*")));
  }
}
