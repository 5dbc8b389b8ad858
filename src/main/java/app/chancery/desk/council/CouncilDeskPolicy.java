package app.chancery.desk.council;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the pages of the council go by.
 *
 * @param pageSize how many rounds of one list stand on a page, 1 to 200
 * @param askEvery how often an open page asks whether its round has changed, a second or longer
 */
@ConfigurationProperties("chancery.desk.council")
record CouncilDeskPolicy(int pageSize, Duration askEvery) {

  private static final int MOST = 200;

  CouncilDeskPolicy {
    if (pageSize < 1 || pageSize > MOST) {
      throw new IllegalArgumentException(
          "chancery.desk.council.page-size must be 1 to %s".formatted(MOST));
    }
    if (askEvery.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("chancery.desk.council.ask-every must be PT1S or longer");
    }
  }
}
