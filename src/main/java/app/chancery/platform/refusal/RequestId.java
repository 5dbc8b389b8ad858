package app.chancery.platform.refusal;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * What one request is called: in every line of the log that it causes, in the header of its answer,
 * and to whoever is told of a failure. Made here for each, whatever a caller sends.
 */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";

  /** Of what belongs to a line of the log, as the Elastic Common Schema calls it. */
  private static final String IN_LOG = "http.request.id";

  private static final String ATTRIBUTE = RequestId.class.getName();

  /** Enough to find it by, and few enough to be read out. */
  private static final int LENGTH = 12;

  private RequestId() {}

  /** Gives a request its id, for this thread too until {@link #end}. */
  public static String begin(ServletRequest request) {
    String id = fresh();
    request.setAttribute(ATTRIBUTE, id);
    MDC.put(IN_LOG, id);
    return id;
  }

  public static void end() {
    MDC.remove(IN_LOG);
  }

  public static Optional<String> of(ServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
  }

  /** Of the request that this thread is at; empty if it is at none. */
  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(IN_LOG));
  }

  /** An id for what is in the log and belongs to no request. */
  static String fresh() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
  }
}
