package app.chancery.platform.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes down what is done, in the transaction that does it: one is kept with the other, or none of
 * both. {@link Chain} puts it into the chain afterwards, so that nobody who works waits for anybody
 * else's link.
 */
@Service
public class Audit {

  private final JdbcClient db;
  private final Clock clock;
  private final Actors actors;

  Audit(JdbcClient db, Clock clock, Actors actors) {
    this.db = db;
    this.clock = clock;
    this.actors = actors;
  }

  /**
   * What the acting person, or Chancery, does now.
   *
   * @param programme its key; null if it concerns none
   * @param subject what it is about, in a word or an id, at most 255 characters; may be null
   * @param what in codes or in the words of who did it; may be null
   * @param why may be null
   */
  public void record(Act act, String programme, String subject, String what, String why) {
    recordOf(actors.now(), act, programme, subject, what, why);
  }

  /**
   * The same of somebody who does not act yet, or no more.
   *
   * @param account null if it is nobody's
   */
  public void recordOf(
      String account, Act act, String programme, String subject, String what, String why) {
    db.sql(
            """
            insert into audit_waiting (done_at, account, act, programme, subject, what, why)
            values (:at, :account, :act, :programme, :subject, :what, :why)
            """)
        .param("at", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS))
        .param("account", account, Types.VARCHAR)
        .param("act", act.code())
        .param("programme", programme, Types.VARCHAR)
        .param("subject", subject, Types.VARCHAR)
        .param("what", what, Types.VARCHAR)
        .param("why", why, Types.VARCHAR)
        .update();
  }
}
