package app.chancery.platform.database;

import app.chancery.platform.watching.Figure;
import app.chancery.platform.watching.Figures;
import java.util.List;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Whether a PostgreSQL goes on archiving its write-ahead log; any account of it may ask. */
@Component
class ArchiveFigures implements Figures {

  static final String FAILING =
      """
      select case when last_failed_time > coalesce(last_archived_time, '-infinity') then 1 else 0 end
        as number
      from pg_stat_archiver where current_setting('archive_mode') <> 'off'
      """;

  private final boolean onPostgres;

  ArchiveFigures(JdbcConnectionDetails address) {
    onPostgres = Nodes.isPostgres(address.getJdbcUrl());
  }

  @Override
  public List<Figure> figures() {
    return onPostgres
        ? List.of(
            new Figure(
                "chancery_database_archive_failing",
                "1 if the newest attempt to archive the write-ahead log has failed, 0 if not;"
                    + " nothing where none is archived",
                FAILING))
        : List.of();
  }
}
