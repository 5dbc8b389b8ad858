package app.chancery.platform.signon;

import app.chancery.platform.refusal.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the provider once in a while whether who is logged in may still be here, and as what. One
 * that cannot be reached ends nobody's session.
 */
class ProviderFollowUp extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderFollowUp.class);

  private final Provider provider;
  private final ProviderAccounts accounts;
  private final StoredSessions sessions;

  ProviderFollowUp(Provider provider, ProviderAccounts accounts, StoredSessions sessions) {
    this.provider = provider;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (session != null
        && login != null
        && Boolean.TRUE.equals(session.getAttribute(StoredSession.TO_BE_ASKED))
        && sessions.takeTurn(session.getId())
        && !mayStay(session.getId(), login.getName())) {
      CurrentAccount.end(request);
    }
    chain.doFilter(request, response);
  }

  private boolean mayStay(String session, String account) {
    ProviderSession kept = sessions.ofProvider(session).orElse(null);
    if (kept == null || kept.refreshToken() == null) {
      return true;
    }
    try {
      return follow(session, account, kept);
    } catch (OAuth2AuthorizationException e) {
      boolean gone = OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode());
      LOG.warn(
          "The provider, asked after '{}', says {}{}",
          account,
          Doorkeeper.inLog(String.valueOf(e.getError().getErrorCode())),
          gone ? ": the session is over" : ": the session goes on");
      return !gone;
    } catch (ProviderRefused | JwtException | Refused e) {
      ProviderRefusal why = ProviderRefused.of(e).why();
      LOG.warn(
          "The provider was asked after '{}': {} ({})", account, why, ProviderRefused.inLog(e));
      return why == ProviderRefusal.AWAY;
    }
  }

  private boolean follow(String session, String account, ProviderSession kept) {
    OAuth2AccessTokenResponse answer = provider.refresh(kept.refreshToken());
    OAuth2RefreshToken next = answer.getRefreshToken();
    String idToken = (String) answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
    sessions.renew(
        session,
        new ProviderSession(
            idToken == null ? kept.idToken() : idToken,
            next == null ? kept.refreshToken() : next.getTokenValue(),
            kept.number()));
    if (idToken == null) {
      return true;
    }
    Jwt said = provider.idToken(idToken);
    return accounts
        .login(
            ProviderCallback.said(
                new OidcIdToken(
                    idToken, said.getIssuedAt(), said.getExpiresAt(), said.getClaims())))
        .admitted()
        .equals(account);
  }
}
