package app.chancery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What requests ask of the office's own tables. */
public final class AskedOfTheDatabase {

  private AskedOfTheDatabase() {}

  /** The statements of a request, without what the office does by itself meanwhile. */
  public static List<String> by(Runnable request) {
    Logger log = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    ListAppender<ILoggingEvent> asked =
        new ListAppender<>() {
          @Override
          protected void append(ILoggingEvent event) {
            // Otherwise it takes the thread for its own that asks for it later.
            event.prepareForDeferredProcessing();
            super.append(event);
          }
        };
    Level usual = log.getLevel();
    asked.start();
    log.setLevel(Level.DEBUG);
    log.addAppender(asked);
    log.setAdditive(false);
    try {
      request.run();
    } finally {
      log.setAdditive(true);
      log.detachAppender(asked);
      log.setLevel(usual);
    }
    return asked.list.stream()
        .filter(event -> event.getThreadName().startsWith("http-"))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.startsWith("Executing prepared SQL statement"))
        .toList();
  }
}
