package app.chancery.records;

import app.chancery.alliance.Allies;
import app.chancery.alliance.Ally;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Notices, kept with their recipients: the telling is recorded (rule 8). */
@Service
public class Notices {

  private final JdbcClient db;
  private final Clock clock;
  private final Allies allies;

  Notices(JdbcClient db, Clock clock, Allies allies) {
    this.db = db;
    this.clock = clock;
    this.allies = allies;
  }

  /** Tells the delegations of all Allies of today what is proposed or was decided. */
  public void tellAllAllies(String programme, String step, String subject, String text) {
    tell(programme, step, subject, text, allies.today().stream().map(Ally::delegation).toList());
  }

  /** Tells some groups, for a reminder or an escalation. */
  public void tell(
      String programme, String step, String subject, String text, List<String> groups) {
    db.sql(
            """
            insert into notice (programme, step, subject, text, recipients, sent_at)
            values (:programme, :step, :subject, :text, :recipients, :at)
            """)
        .param("programme", programme)
        .param("step", step)
        .param("subject", subject)
        .param("text", text)
        .param("recipients", String.join(", ", groups))
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The notices of a programme, oldest first. */
  public List<Notice> of(String programme) {
    return db.sql(
            """
            select id, programme, step, subject, text, recipients, sent_at
            from notice where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(Notice.class)
        .list();
  }
}
