package app.chancery.platform.signon;

import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.StringUtils;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Nobody came in by the provider. */
class ProviderRefused extends AuthenticationException {

  private static final long serialVersionUID = 1;

  /** In characters. */
  private static final int LONGEST_IN_LOG = 300;

  private final ProviderRefusal why;

  ProviderRefused(ProviderRefusal why) {
    super(why.name());
    this.why = why;
  }

  ProviderRefused(ProviderRefusal why, Throwable cause) {
    super(why.name(), cause);
    this.why = why;
  }

  ProviderRefusal why() {
    return why;
  }

  /**
   * What went wrong while the provider was asked: it could not be reached, or what it said is
   * wrong.
   */
  static ProviderRefused of(Exception failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ProviderRefused known) {
        return known;
      }
      if (each instanceof IOException
          || each instanceof ResourceAccessException
          || each instanceof HttpServerErrorException) {
        return new ProviderRefused(ProviderRefusal.AWAY, failure);
      }
    }
    return new ProviderRefused(ProviderRefusal.NOT_PROVEN, failure);
  }

  /** What went wrong, for the log; without all of the page with which a server may tell of it. */
  static String inLog(Exception failure) {
    return StringUtils.truncate(failure.toString().replaceAll("\\s+", " "), LONGEST_IN_LOG);
  }
}
