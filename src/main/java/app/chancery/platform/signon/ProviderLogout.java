package app.chancery.platform.signon;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.ProviderLinks;
import app.chancery.platform.words.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A logout here ends what the provider has of the person as well, and one there ends what the
 * office has.
 */
class ProviderLogout implements LogoutHandler, LogoutSuccessHandler {

  /** Where the provider ends it, as an attribute of the request, for the page that leads there. */
  static final String LEADS_TO = "chancery.logout.provider";

  private static final Logger LOG = LoggerFactory.getLogger(ProviderLogout.class);

  private static final String KEPT = ProviderLogout.class.getName() + ".KEPT";

  /** What the token of a logout tells of (OpenID Connect Back-Channel Logout 1.0). */
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** So old is such a token at most, and so far are clocks apart. */
  private static final Duration FRESH = Duration.ofMinutes(3);

  private final Provider provider;
  private final ProviderSettings settings;
  private final StoredSessions sessions;
  private final ProviderLinks links;
  private final AccountRecords records;
  private final Audit audit;
  private final Clock clock;

  ProviderLogout(
      Provider provider,
      ProviderSettings settings,
      StoredSessions sessions,
      ProviderLinks links,
      AccountRecords records,
      Audit audit,
      Clock clock) {
    this.provider = provider;
    this.settings = settings;
    this.sessions = sessions;
    this.links = links;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /** Before the session is forgotten. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, Authentication login) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      sessions.ofProvider(session.getId()).ifPresent(kept -> request.setAttribute(KEPT, kept));
    }
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException, ServletException {
    if (request.getAttribute(KEPT) instanceof ProviderSession kept) {
      Optional<String> end = end(request, kept);
      if (end.isPresent()) {
        // No redirect: a browser lets a form of ours lead to no other host.
        request.setAttribute(LEADS_TO, end.get());
        request.getRequestDispatcher(ProviderPages.LEAVING).forward(request, response);
      } else {
        response.sendRedirect("/login?loggedOutHere");
      }
    } else {
      response.sendRedirect("/login?loggedOut");
    }
  }

  private Optional<String> end(HttpServletRequest request, ProviderSession kept) {
    String back =
        ServletUriComponentsBuilder.fromContextPath(request).path("/login").toUriString()
            + "?loggedOut";
    try {
      return provider
          .endOfSession()
          .map(
              address ->
                  UriComponentsBuilder.fromUriString(address)
                      .queryParam("id_token_hint", "{token}")
                      .queryParam("client_id", "{client}")
                      .queryParam("post_logout_redirect_uri", "{back}")
                      .encode()
                      .buildAndExpand(kept.idToken(), settings.clientId(), back)
                      .toUriString());
    } catch (ProviderRefused away) {
      LOG.warn("Somebody is logged out here and perhaps not at the provider", away);
      return Optional.empty();
    }
  }

  /**
   * The provider tells of a logout there: that session is over here, or all of that person, if it
   * names none.
   *
   * @return false if it is not the provider that tells so
   * @throws ProviderRefused if its keys cannot be read
   */
  boolean endedThere(String token) {
    try {
      end(provider.checked(token, this::check));
      return true;
    } catch (JwtException e) {
      ProviderRefused refused = ProviderRefused.of(e);
      if (refused.why() == ProviderRefusal.AWAY) {
        throw refused;
      }
      LOG.warn(
          "Somebody told of a logout with a token that is not good: {}", ProviderRefused.inLog(e));
      return false;
    }
  }

  private void end(Jwt told) {
    String number = told.getClaimAsString("sid");
    if (number != null) {
      sessions.endOfProvider(ProviderSession.hash(number)).forEach(this::isOver);
      return;
    }
    links
        .find(settings.issuer().toString(), told.getSubject())
        .filter(link -> !link.isClosed())
        .ifPresent(
            link -> {
              records.endSessions(link.account());
              records.forget();
              isOver(link.account());
            });
  }

  private void isOver(String account) {
    audit.recordOf(
        Author.CHANCERY, Act.SESSIONS_ENDED, null, account, null, Words.of("provider.byItsWord"));
    LOG.info("A session of '{}' was ended by the provider.", account);
  }

  private OAuth2TokenValidatorResult check(Jwt token) {
    Instant now = clock.instant();
    Instant issued = token.getIssuedAt();
    boolean good =
        settings.issuer().toString().equals(token.getClaimAsString("iss"))
            && token.getAudience() != null
            && token.getAudience().contains(settings.clientId())
            && issued != null
            && issued.isAfter(now.minus(FRESH))
            && issued.isBefore(now.plus(FRESH))
            && token.getClaim("events") instanceof Map<?, ?> events
            && events.containsKey(EVENT)
            && !token.hasClaim("nonce")
            && (token.getSubject() != null || token.getClaimAsString("sid") != null);
    return good
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_request", "It is no token of a logout for this office", null));
  }
}
