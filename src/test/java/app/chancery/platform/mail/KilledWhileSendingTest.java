package app.chancery.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Campaign;
import app.chancery.InstalledOffice;
import app.chancery.OfficeJvm;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What writes and sends mails, in a JVM of its own, killed hard again and again. */
@Tag("own-application")
class KilledWhileSendingTest {

  private static final int KILLS = Campaign.times(5, 20);

  /** One that is not installed, but tried. */
  private static final int FEWER_KILLS = 3;

  @TempDir Path folder;

  private final Random luck = new Random(20);

  @Test
  void nothingIsLostAndNothingIsSentTwiceButWithTheSameMessageId() throws Exception {
    try (EmbeddedPostgres database = InstalledOffice.postgres()) {
      killed(InstalledOffice.urlOf(database), KILLS);
    }
  }

  @Test
  void norOnTheEmbeddedDatabase() throws Exception {
    killed("jdbc:h2:file:" + folder.resolve("office") + ";WRITE_DELAY=0", FEWER_KILLS);
  }

  private void killed(String database, int kills) throws Exception {
    try (MailServer server = new MailServer()) {
      for (int kill = 0; kill < kills; kill++) {
        int enough = server.received().size() + 1 + luck.nextInt(15);
        Process node = start(database, server.port());
        try {
          await(node, () -> server.received().size() >= enough);
        } finally {
          node.destroyForcibly().waitFor();
        }
      }

      try (AnnotationConfigApplicationContext last = Node.on(database, server.port())) {
        last.getBean(Sending.class).sendWhatIsDue();
        JdbcClient db = last.getBean(JdbcClient.class);
        List<String> written = db.sql("select message_id from mail").query(String.class).list();
        List<String> received = server.messageIds();

        assertThat(written).hasSizeGreaterThan(kills);
        assertThat(written)
            .as("a mail for each fact, and for none that was rolled back")
            .hasSize(db.sql("select count(*) from fact").query(Integer.class).single());
        assertThat(new HashSet<>(received))
            .as("none is lost, and none is of what never happened")
            .isEqualTo(new HashSet<>(written));
        assertThat(received.size() - written.size())
            .as("sent again is at most the one that was on its way at each kill")
            .isBetween(0, kills);
        assertThat(last.getBean(Outbox.class).counts()).containsOnlyKeys(MailState.SENT);
      }
    }
  }

  private Process start(String database, int port) throws IOException {
    List<String> command = new ArrayList<>(OfficeJvm.command(Node.class));
    command.addAll(List.of(database, String.valueOf(port)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()))
        .start();
  }

  private void await(Process node, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(node.isAlive()).as("see " + folder.resolve("log.txt")).isTrue();
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      node.waitFor(5, TimeUnit.MILLISECONDS);
    }
  }

  /** Writes facts with a mail each, every third one rolled back, and sends what is due. */
  @Configuration
  @EnableTransactionManagement
  @Import({Outbox.class, Letters.class, Sending.class})
  static class Node {

    static AnnotationConfigApplicationContext on(String url, int port) {
      AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
      HikariDataSource database = new HikariDataSource();
      database.setJdbcUrl(url);
      database.setMaximumPoolSize(4);
      if (url.startsWith("jdbc:h2:")) {
        database.setUsername("sa");
        database.setPassword("");
      }
      node.registerBean(DataSource.class, () -> database);
      node.registerBean(
          org.springframework.mail.javamail.JavaMailSender.class, () -> MailServer.senderTo(port));
      node.register(Node.class);
      node.refresh();
      return node;
    }

    public static void main(String[] arguments) {
      AnnotationConfigApplicationContext node = on(arguments[0], Integer.parseInt(arguments[1]));
      JdbcClient db = node.getBean(JdbcClient.class);
      TransactionTemplate transaction = node.getBean(TransactionTemplate.class);
      Outbox outbox = node.getBean(Outbox.class);
      // Not more than can be sent.
      Semaphore wanted = new Semaphore(0);
      Thread writing =
          new Thread(
              () -> {
                for (int fact = 0; ; fact++) {
                  wanted.acquireUninterruptibly();
                  boolean kept = fact % 3 != 2;
                  transaction.executeWithoutResult(
                      begun -> {
                        db.sql("insert into fact default values").update();
                        outbox.post(
                            List.of(
                                new Letter(
                                    "clara", "test", "A fact", List.of("A fact"), "/inbox")));
                        if (!kept) {
                          begun.setRollbackOnly();
                        }
                      });
                }
              });
      writing.setDaemon(true);
      writing.start();
      while (true) {
        wanted.release(3);
        node.getBean(Sending.class).sendWhatIsDue();
      }
    }

    @Bean
    JdbcClient db(DataSource database) {
      JdbcClient db = JdbcClient.create(database);
      boolean first =
          db.sql("select count(*) from information_schema.tables where lower(table_name) = 'mail'")
                  .query(Integer.class)
                  .single()
              == 0;
      if (first) {
        db.sql("create table fact (id bigint generated always as identity primary key)").update();
        db.sql("create table act_id_user (id_ varchar(64), email_ varchar(255))").update();
        db.sql("insert into act_id_user values ('clara', 'clara@chancery.example')").update();
        new ResourceDatabasePopulator(
                new FileSystemResource("src/main/resources/db/changelog/tables/017-mails.sql"))
            .execute(database);
      }
      return db;
    }

    @Bean
    NamedParameterJdbcOperations batches(DataSource database) {
      return new NamedParameterJdbcTemplate(database);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new DataSourceTransactionManager(database);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactions) {
      return new TransactionTemplate(transactions);
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    MailPolicy policy() {
      return new MailPolicy(
          "chancery@localhost",
          Duration.ZERO,
          20,
          // What a killed node had taken is free at once.
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofDays(1),
          Duration.ofDays(1));
    }
  }
}
