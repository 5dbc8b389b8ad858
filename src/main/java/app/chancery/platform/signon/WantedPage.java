package app.chancery.platform.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody wanted who was sent to the login first. Their own browser keeps it in a
 * cookie: a session for each request of a stranger would fill the memory. Whoever can write the
 * cookie leads people to pages of this office at most, as nothing but a path is taken from it.
 */
public class WantedPage implements RequestCache {

  private static final OwnCookie COOKIE = new OwnCookie("CHANCERY-WANTED", "/");

  /** Long enough for a login; a later one starts afresh. */
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** The most characters of an address that is kept; a longer one is forgotten. */
  private static final int LONGEST = 1000;

  /** A path of this office: a second slash or a backslash would lead to another host. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

  /** Fetched into the pages of the webapps; nobody wants it by itself. */
  private static final String PART_OF_PAGES = "/masthead";

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (Unauthenticated.opensPage(request) && !PART_OF_PAGES.equals(request.getRequestURI())) {
      String query = request.getQueryString();
      String page = request.getRequestURI() + (query == null ? "" : "?" + query);
      if (isLocal(page)) {
        COOKIE.set(request, response, encoded(page), KEPT);
      }
    }
  }

  /** Asked for once, after the login. */
  @Override
  public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
    Optional<SavedRequest> page = page(request).map(SimpleSavedRequest::new);
    removeRequest(request, response);
    return page.orElse(null);
  }

  /** The page is opened anew; nothing of the first request is repeated. */
  @Override
  public HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.remove(request, response);
  }

  private static Optional<String> page(HttpServletRequest request) {
    return COOKIE.value(request).flatMap(WantedPage::decoded).filter(WantedPage::isLocal);
  }

  private static boolean isLocal(String page) {
    return page.length() <= LONGEST && LOCAL.matcher(page).matches();
  }

  private static String encoded(String page) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(page.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
