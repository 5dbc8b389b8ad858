package app.chancery.records.talk;

import app.chancery.platform.briefing.Remarks;
import app.chancery.platform.people.Author;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is struck out does not stand any more. */
@Component
class TalkRemarks implements Remarks {

  private final JdbcClient db;
  private final Author author;

  TalkRemarks(JdbcClient db, Author author) {
    this.db = db;
    this.author = author;
  }

  @Override
  public boolean areOfOthersOn(Collection<String> tasks) {
    return !tasks.isEmpty()
        && db.sql(
                    """
                    select (select count(*) from talk_comment
                        where task in (:tasks) and writer <> :account and struck_at is null)
                      + (select count(*) from talk_file
                        where task in (:tasks) and added_by <> :account and struck_at is null)
                    """)
                .param("tasks", tasks)
                .param("account", author.account())
                .query(Long.class)
                .single()
            > 0;
  }
}
