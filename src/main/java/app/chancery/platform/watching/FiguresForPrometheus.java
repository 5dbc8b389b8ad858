package app.chancery.platform.watching;

import app.chancery.platform.time.Days;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The office's own figures at {@code /actuator/prometheus}, beside those of the machine. They are
 * counted when they are asked for, at most once in a few seconds, however many ask.
 */
@Component
@ConditionalOnWebApplication
class FiguresForPrometheus implements MultiCollector {

  private static final String NUMBER = "number";

  private final List<Figure> figures;
  private final JdbcClient db;
  private final DataSource source;
  private final Clock clock;
  private final Days days;
  private final WatchingSettings settings;
  private MetricSnapshots last;
  private Instant countedAt = Instant.MIN;

  FiguresForPrometheus(
      ObjectProvider<Figures> figures,
      JdbcClient db,
      DataSource source,
      Clock clock,
      Days days,
      WatchingSettings settings,
      PrometheusRegistry registry) {
    this.figures = figures.stream().flatMap(each -> each.figures().stream()).toList();
    this.db = db;
    this.source = source;
    this.clock = clock;
    this.days = days;
    this.settings = settings;
    registry.register(this);
  }

  @Override
  public synchronized MetricSnapshots collect() {
    Instant now = clock.instant();
    // Also if the clock was put back behind it.
    if (last == null
        || now.isBefore(countedAt)
        || !now.isBefore(countedAt.plus(settings.recountAfter()))) {
      last = count(OffsetDateTime.now(clock));
      countedAt = now;
    }
    return last;
  }

  private MetricSnapshots count(OffsetDateTime now) {
    List<MetricSnapshot> counted = new ArrayList<>();
    figures.forEach(figure -> counted.add(count(figure, now)));
    connections(
        "chancery_database_connections_in_use",
        "Connections to the database that are at work",
        HikariPoolMXBean::getActiveConnections,
        counted);
    connections(
        "chancery_database_connections_waited_for",
        "Requests and jobs that wait for a connection to the database",
        HikariPoolMXBean::getThreadsAwaitingConnection,
        counted);
    settings.backup().flatMap(FiguresForPrometheus::writtenAt).ifPresent(counted::add);
    return new MetricSnapshots(counted);
  }

  private MetricSnapshot count(Figure figure, OffsetDateTime now) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(figure.name()).help(figure.help());
    db.sql(figure.statement())
        .param("now", now)
        .param("today", days.today())
        .param("engineNow", Timestamp.from(now.toInstant()))
        .query(
            row -> {
              double number = row.getDouble(NUMBER);
              if (!row.wasNull()) {
                gauge.dataPoint(point(number, labels(row)));
              }
            });
    return gauge.build();
  }

  private static Labels labels(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Labels labels = Labels.EMPTY;
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      String name = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
      if (!name.equals(NUMBER)) {
        labels = labels.add(name, row.getString(column));
      }
    }
    return labels;
  }

  private void connections(
      String name,
      String help,
      ToDoubleFunction<HikariPoolMXBean> number,
      List<MetricSnapshot> counted) {
    pool()
        .ifPresent(
            pool ->
                counted.add(
                    GaugeSnapshot.builder()
                        .name(name)
                        .help(help)
                        .dataPoint(point(number.applyAsDouble(pool), Labels.EMPTY))
                        .build()));
  }

  private Optional<HikariPoolMXBean> pool() {
    try {
      return source.isWrapperFor(HikariDataSource.class)
          ? Optional.ofNullable(source.unwrap(HikariDataSource.class).getHikariPoolMXBean())
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** While there is no such file, no backup has succeeded. */
  private static Optional<MetricSnapshot> writtenAt(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(
              GaugeSnapshot.builder()
                  .name("chancery_backup_last_success_timestamp_seconds")
                  .help("When the last backup succeeded, in seconds since 1970")
                  .dataPoint(
                      point(Files.getLastModifiedTime(file).toMillis() / 1000.0, Labels.EMPTY))
                  .build())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot point(double number, Labels labels) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder().value(number).labels(labels).build();
  }
}
