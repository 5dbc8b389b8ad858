package app.chancery.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.WebOfficeTest;
import app.chancery.WorkList;
import app.chancery.programme.Opening;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebOfficeTest
class DraftsTest {

  @Autowired private Drafts drafts;
  @Autowired private Opening opening;
  @Autowired private WorkList work;
  @Autowired private JdbcClient db;
  @Autowired private Clock clock;

  @Test
  void aDraftThatNobodyFetchedGoesWhenItsTaskHasEndedAndItsTimeIsOver() {
    opening.open(SampleDossiers.ruritania());
    String open = FormPlace.task(work.task("userTask_fileIntelligenceBriefs").id()).address();
    insert("analyst", open, 31);
    insert("analyst", "/tasks/ended-long-ago", 31);
    insert("analyst", "/tasks/ended-lately", 29);
    insert("analyst", "/start/update-dossier", 31);
    insert("nobody", "/start/update-dossier", 1);

    drafts.clear();

    assertThat(db.sql("select place from draft").query(String.class).list())
        .containsExactlyInAnyOrder(open, "/tasks/ended-lately", "/start/update-dossier");
  }

  private void insert(String writer, String place, int daysAgo) {
    db.sql(
            """
            insert into draft (writer, place, sealed, sealed_by, saved_at)
            values (?, ?, X'', 'none', ?)
            """)
        .params(writer, place, OffsetDateTime.now(clock).minusDays(daysAgo))
        .update();
  }
}
