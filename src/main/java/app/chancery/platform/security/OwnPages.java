package app.chancery.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Whether a browser sends a request for a page of this office, or one of another site does. A
 * browser that keeps somebody's Basic credentials sends them with both.
 */
public final class OwnPages {

  private static final String SITE = "Sec-Fetch-Site";

  private static final Set<String> OF_OTHERS = Set.of("same-site", "cross-site");

  private OwnPages() {}

  /** Newer browsers say so themselves; of others, what they say of the page must be ours. */
  public static boolean mayHaveSent(HttpServletRequest request) {
    String site = request.getHeader(SITE);
    if (site != null) {
      return site.equals("same-origin");
    }
    return isOursOrNone(request, HttpHeaders.ORIGIN) && isOursOrNone(request, HttpHeaders.REFERER);
  }

  /**
   * Whether a browser says that a page of another host has sent this, be it one beside ours. Such a
   * host can give a browser cookies for this office.
   */
  static boolean haveNotSent(HttpServletRequest request) {
    String site = request.getHeader(SITE);
    return site != null && OF_OTHERS.contains(site);
  }

  private static boolean isOursOrNone(HttpServletRequest request, String header) {
    String page = request.getHeader(header);
    return page == null
        || origin(page)
            .filter(
                origin ->
                    Objects.equals(origin, origin(request.getRequestURL().toString()).orElse(null)))
            .isPresent();
  }

  /**
   * Scheme, host and port; empty for the origin {@code null} and whatever else is no address. A
   * browser writes into what it asks for what no address has by the rules, such as {@code |}.
   */
  private static Optional<String> origin(String address) {
    try {
      URI page = URI.create(address.replaceFirst("[?#].*", ""));
      if (page.getScheme() == null || page.getHost() == null) {
        return Optional.empty();
      }
      int port = page.getPort() >= 0 ? page.getPort() : page.getScheme().equals("https") ? 443 : 80;
      return Optional.of(page.getScheme() + "://" + page.getHost() + ":" + port);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
