package app.chancery.records.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The tasks on which something was said. The engine forgets whose a task was when it ends, and of a
 * task of many delegations the model does not tell; so it is kept with what was said.
 */
@Service
public class TalkedTasks {

  private static final String COLUMNS = "select task, programme, what, readers from talk_task";

  private final JdbcClient db;

  TalkedTasks(JdbcClient db) {
    this.db = db;
  }

  /** Called before anything is said on it; again, it changes nothing. */
  public void note(TalkedTask task) {
    if (find(task.task()).isPresent()) {
      return;
    }
    try {
      db.sql(
              """
              insert into talk_task (task, programme, what, readers)
              values (:task, :programme, :what, :readers)
              """)
          .param("task", task.task())
          .param("programme", task.programme())
          .param("what", task.what())
          .param("readers", String.join(" ", task.readers()))
          .update();
    } catch (DuplicateKeyException notedAtTheSameMoment) {
      find(task.task()).orElseThrow(() -> notedAtTheSameMoment);
    }
  }

  public Optional<TalkedTask> find(String task) {
    return db.sql(COLUMNS + " where task = :task")
        .param("task", task)
        .query(TalkedTasks::task)
        .optional();
  }

  /** Those of a programme, in the order of what is to be done. */
  public List<TalkedTask> of(String programme) {
    return db.sql(COLUMNS + " where programme = :programme order by what, task")
        .param("programme", programme)
        .query(TalkedTasks::task)
        .list();
  }

  private static TalkedTask task(ResultSet row, int number) throws SQLException {
    return new TalkedTask(
        row.getString("task"),
        row.getString("programme"),
        row.getString("what"),
        List.of(row.getString("readers").split(" ")));
  }
}
