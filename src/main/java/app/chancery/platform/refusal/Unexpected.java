package app.chancery.platform.refusal;

import app.chancery.platform.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody expected, and what speaks of the inside: the log gets all of it under a reference,
 * whoever asked gets a sentence with the reference and nothing else.
 */
public final class Unexpected {

  private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

  private Unexpected() {}

  /** For a failure on our side. */
  public static String failed(Throwable failure) {
    String reference = reference();
    LOG.error("Failure {}", reference, failure);
    return Words.of("unexpected.somethingWentWrongOnOurSide").formatted(reference);
  }

  /** For a request that is wrong in a way that can only be said in the words of the machine. */
  public static String notUnderstood(Throwable refusal) {
    String reference = reference();
    LOG.info("Not understood {}: {}", reference, refusal.toString());
    return Words.of("unexpected.thisRequestIsNotUnderstoodWhy").formatted(reference);
  }

  /** For something that is not there, said by somebody who did not expect that. */
  public static String missing(Throwable failure) {
    String reference = reference();
    LOG.info("Missing {}: {}", reference, failure.toString());
    return Words.of("unexpected.thereIsNoSuchThingOr").formatted(reference);
  }

  /** The request's, if it is one's. */
  private static String reference() {
    return RequestId.current().orElseGet(RequestId::fresh);
  }
}
