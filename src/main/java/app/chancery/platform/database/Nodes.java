package app.chancery.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes that work on one database. Each connection of a node to a PostgreSQL holds a shared
 * advisory lock of the node's name as long as it is open, so the database itself knows at any
 * moment who is there: a process that is killed loses its connections at once, and one that works
 * has at least the connection that it works with. An embedded database is open in one process only.
 */
@Component
public class Nodes {

  /** Names this process, for as long as it lives. */
  public static final String THIS = UUID.randomUUID().toString();

  /** Sets the locks of nodes apart from other advisory locks. */
  private static final int KIND = 0x6e6f6465;

  private final JdbcClient db;
  private final boolean shared;

  Nodes(JdbcClient db, DataSource source) {
    this.db = db;
    this.shared = isShared(source);
  }

  private static boolean isShared(DataSource source) {
    try {
      return source.isWrapperFor(HikariDataSource.class)
          && isPostgres(source.unwrap(HikariDataSource.class).getJdbcUrl());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes each new connection of a pool say that this node is there. */
  static void present(HikariDataSource pool) {
    if (isPostgres(pool.getJdbcUrl())) {
      pool.setConnectionInitSql(
          "select pg_advisory_lock_shared(%s, hashtext('%s'))".formatted(KIND, THIS));
    }
  }

  /** Those of some nodes that are gone. */
  @Transactional
  public List<String> goneOf(Collection<String> nodes) {
    return nodes.stream().filter(node -> !node.equals(THIS) && isGone(node)).toList();
  }

  /** Nobody holds the lock of a node that is gone; ours is given back with the transaction. */
  private boolean isGone(String node) {
    return !shared
        || db.sql("select pg_try_advisory_xact_lock(:kind, hashtext(:node))")
            .param("kind", KIND)
            .param("node", node)
            .query((row, number) -> row.getBoolean(1))
            .single();
  }

  static boolean isPostgres(String url) {
    return url != null && url.startsWith("jdbc:postgresql:");
  }
}
