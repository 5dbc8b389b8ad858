package app.chancery.records.talk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people talk on programmes and tasks.
 *
 * @param changeableFor how long a comment may be changed, and a file taken back, by whoever wrote
 *     or added it; afterwards it can only be struck out. Not negative
 * @param longest of one comment, in characters, 1 or more
 * @param perPage so many comments are shown at once, 1 or more
 * @param mostFiles of one programme or task, 1 or more
 */
@ConfigurationProperties("chancery.talk")
record TalkPolicy(Duration changeableFor, int longest, int perPage, int mostFiles) {

  TalkPolicy {
    if (changeableFor.isNegative() || longest < 1 || perPage < 1 || mostFiles < 1) {
      throw new IllegalArgumentException(
          "chancery.talk: changeable-for must not be negative, the rest be 1 or more");
    }
  }
}
