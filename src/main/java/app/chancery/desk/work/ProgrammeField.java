package app.chancery.desk.work;

import app.chancery.programme.Programme;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The field of a start form that asks for a programme, and what can be chosen in it. */
@Component
public class ProgrammeField {

  /** The key of the field in every form. */
  public static final String NAME = "programme";

  /** So many are offered by the page itself; of more the page asks as somebody types. */
  public static final int OFFERED = 200;

  private final JdbcClient db;

  ProgrammeField(JdbcClient db) {
    this.db = db;
  }

  /**
   * The programmes that have not ended, by the names of their candidates, as the field takes them:
   * "Dorelia (XD-2026)". One more than are offered if there are more.
   */
  public List<String> choices() {
    return db.sql(
            """
            select name, programme_key from programme where status <> 'ENDED'
            order by lower(name), programme_key limit :most
            """)
        .param("most", OFFERED + 1)
        .query((row, number) -> Programme.called(row.getString(1), row.getString(2)))
        .list();
  }
}
