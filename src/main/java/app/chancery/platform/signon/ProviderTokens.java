package app.chancery.platform.signon;

import app.chancery.platform.people.Account;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets programs in by a token of the provider, at the REST interfaces alone and without a session.
 * They have the rights that the token gives and the account has, and no more than both.
 */
class ProviderTokens {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderTokens.class);

  private static final String BEARER = "Bearer ";

  /** In seconds: when a program may ask again, as the provider cannot be reached now. */
  private static final String LATER = "10";

  private final Provider provider;
  private final ProviderAccounts accounts;
  private final AccountRecords records;
  private final AuditedLogins logins;
  private final TokenCheck check;

  ProviderTokens(
      Provider provider,
      ProviderAccounts accounts,
      AccountRecords records,
      AuditedLogins logins,
      TokenCheck check) {
    this.provider = provider;
    this.accounts = accounts;
    this.records = records;
    this.logins = logins;
    this.check = check;
  }

  BearerTokenAuthenticationFilter filter() {
    BearerTokenAuthenticationFilter filter =
        new BearerTokenAuthenticationFilter(
            (AuthenticationManager) token -> admitted((BearerTokenAuthenticationToken) token));
    DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
    filter.setBearerTokenResolver(request -> isOfProgram(request) ? header.resolve(request) : null);
    filter.setAuthenticationEntryPoint(ProviderTokens::refuse);
    return filter;
  }

  /** No page of another site can make a browser send one. */
  static boolean isOfProgram(HttpServletRequest request) {
    String path = request.getRequestURI();
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    return (path.startsWith("/api/") || path.startsWith("/engine-rest/"))
        && credentials != null
        && credentials.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private Authentication admitted(BearerTokenAuthenticationToken bearer) {
    String address = ((WebAuthenticationDetails) bearer.getDetails()).getRemoteAddress();
    Jwt token = checked(bearer.getToken(), address);
    ProviderAccounts.Outcome outcome = outcome(token);
    if (outcome.refusal() != null) {
      logins.refused(token.getSubject(), address);
      throw new TokenRefused(outcome.refusal().word());
    }
    Person account =
        records
            .lately(outcome.account())
            .map(Account::person)
            .orElseThrow(() -> new TokenRefused(ProviderRefusal.CLOSED.word()));
    logins.program(account.id(), address);
    return EngineSignOn.of(within(account, outcome.groups()));
  }

  private Jwt checked(String token, String address) {
    try {
      return provider.checked(token, check);
    } catch (JwtException e) {
      LOG.warn(
          "A token of a program at {} is not taken: {}",
          NetworkAddress.of(address),
          ProviderRefused.inLog(e));
      throw refusal(e);
    }
  }

  /** What is told to who sent it. */
  private static AuthenticationException refusal(JwtException failure) {
    if (failure instanceof JwtValidationException wrong) {
      return new TokenRefused(
          wrong.getErrors().stream()
              .map(OAuth2Error::getDescription)
              .findFirst()
              .orElseGet(() -> Words.of("provider.token.notOfProvider")));
    }
    ProviderRefused refused = ProviderRefused.of(failure);
    return refused.why() == ProviderRefusal.AWAY
        ? refused
        : new TokenRefused(Words.of("provider.token.notOfProvider"));
  }

  private ProviderAccounts.Outcome outcome(Jwt token) {
    ProviderAccounts.Said said =
        new ProviderAccounts.Said(
            token.getClaimAsString("iss"),
            token.getSubject(),
            token.getIssuedAt(),
            token.getClaims());
    try {
      return accounts.program(said);
    } catch (DataIntegrityViolationException made) {
      return accounts.program(said);
    } catch (Refused name) {
      throw new TokenRefused(ProviderRefusal.NO_ACCOUNT.word());
    }
  }

  /** In nobody's place, if the token is for less than the account may do. */
  private static Person within(Person account, Collection<String> groups) {
    List<String> both = account.ownGroups().stream().filter(groups::contains).toList();
    return both.equals(account.ownGroups())
        ? account
        : new Person(
            account.id(),
            account.displayName(),
            account.function(),
            both,
            account.endedSessions(),
            List.of());
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof ProviderRefused away) {
      response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
      Problems.write(response, 503, Words.of("provider.unavailable"), away.why().word());
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    Problems.write(
        response,
        401,
        Words.of("unauthenticated.unauthorized"),
        cause instanceof TokenRefused refused
            ? refused.getMessage()
            : Words.of("provider.token.notOfProvider"));
  }

  /** With a sentence of ours. */
  private static final class TokenRefused extends AuthenticationException {

    private static final long serialVersionUID = 1;

    TokenRefused(String sentence) {
      super(sentence);
    }
  }
}
