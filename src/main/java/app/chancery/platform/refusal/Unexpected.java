package app.chancery.platform.refusal;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody expected, and what speaks of the inside: the log gets all of it under a reference,
 * whoever asked gets a sentence with the reference and nothing else.
 */
public final class Unexpected {

  private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

  /** Enough to find it by in the log. */
  private static final int LENGTH = 8;

  private Unexpected() {}

  /** For a failure on our side. */
  public static String failed(Throwable failure) {
    String reference = reference();
    LOG.error("Failure {}", reference, failure);
    return "Something went wrong on our side. It is in the log as %s.".formatted(reference);
  }

  /** For a request that is wrong in a way that can only be said in the words of the machine. */
  public static String notUnderstood(Throwable refusal) {
    String reference = reference();
    LOG.info("Not understood {}: {}", reference, refusal.toString());
    return "This request is not understood. Why is in the log as %s.".formatted(reference);
  }

  /** For something that is not there, said by somebody who did not expect that. */
  public static String missing(Throwable failure) {
    String reference = reference();
    LOG.info("Missing {}: {}", reference, failure.toString());
    return "There is no such thing, or not any more. It is in the log as %s.".formatted(reference);
  }

  private static String reference() {
    return UUID.randomUUID().toString().substring(0, LENGTH);
  }
}
