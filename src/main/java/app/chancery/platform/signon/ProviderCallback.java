package app.chancery.platform.signon;

import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Takes what people bring back from the provider. Whoever is let in is logged in as everybody is:
 * the session knows their account, and goes by it.
 */
class ProviderCallback extends AbstractAuthenticationProcessingFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderCallback.class);

  /** What a provider calls it when the person there would not. */
  private static final String NO = "access_denied";

  private final Provider provider;
  private final ProviderAccounts accounts;
  private final AccountRecords records;
  private final AuditedLogins logins;

  ProviderCallback(
      Provider provider, ProviderAccounts accounts, AccountRecords records, AuditedLogins logins) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, Provider.BACK));
    this.provider = provider;
    this.accounts = accounts;
    this.records = records;
    this.logins = logins;
    SavedRequestAwareAuthenticationSuccessHandler on =
        new SavedRequestAwareAuthenticationSuccessHandler();
    on.setRequestCache(new WantedPage());
    setAuthenticationSuccessHandler(on);
    setAuthenticationFailureHandler(
        (request, response, cause) ->
            response.sendRedirect(ProviderPages.refused(ProviderRefused.of(cause).why())));
    setSecurityContextRepository(new HttpSessionSecurityContextRepository());
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    String address = request.getRemoteAddr();
    try {
      OAuth2LoginAuthenticationToken login = login(request, response);
      OidcUser person = (OidcUser) login.getPrincipal();
      String account = account(said(person.getIdToken()), address);
      logins.person(account, address);
      LOG.info("Login of '{}' from {} by the provider", account, NetworkAddress.of(address));
      UsernamePasswordAuthenticationToken found =
          EngineSignOn.of(records.now(account).orElseThrow().person());
      found.setDetails(kept(person.getIdToken(), login.getRefreshToken(), account));
      return found;
    } catch (AuthenticationException e) {
      ProviderRefused refused = ProviderRefused.of(e);
      LOG.warn(
          "Login by the provider from {} refused: {} ({})",
          NetworkAddress.of(address),
          refused.why(),
          ProviderRefused.inLog(e));
      throw refused;
    }
  }

  private OAuth2LoginAuthenticationToken login(
      HttpServletRequest request, HttpServletResponse response) {
    ClientRegistration registration = provider.registration();
    OAuth2AuthorizationRequest asked =
        PendingLogin.take(registration, request, response)
            .orElseThrow(() -> new ProviderRefused(ProviderRefusal.NOT_PROVEN));
    OAuth2AuthorizationResponse answer = answer(request, asked);
    if (answer.statusError() && asked.getState().equals(answer.getState())) {
      LOG.warn(
          "The provider refuses a login: {}", Doorkeeper.inLog(answer.getError().getErrorCode()));
      throw new ProviderRefused(
          NO.equals(answer.getError().getErrorCode())
              ? ProviderRefusal.DECLINED
              : ProviderRefusal.NOT_PROVEN);
    }
    return (OAuth2LoginAuthenticationToken)
        provider
            .logins()
            .authenticate(
                new OAuth2LoginAuthenticationToken(
                    registration, new OAuth2AuthorizationExchange(asked, answer)));
  }

  private static OAuth2AuthorizationResponse answer(
      HttpServletRequest request, OAuth2AuthorizationRequest asked) {
    String code = request.getParameter(OAuth2ParameterNames.CODE);
    String error = request.getParameter(OAuth2ParameterNames.ERROR);
    if ((code == null || code.isEmpty()) && (error == null || error.isEmpty())) {
      throw new ProviderRefused(ProviderRefusal.NOT_PROVEN);
    }
    return (error == null
            ? OAuth2AuthorizationResponse.success(code)
            : OAuth2AuthorizationResponse.error(error))
        .redirectUri(asked.getRedirectUri())
        .state(request.getParameter(OAuth2ParameterNames.STATE))
        .build();
  }

  static ProviderAccounts.Said said(OidcIdToken token) {
    Instant at = token.getIssuedAt();
    return new ProviderAccounts.Said(
        token.getIssuer().toString(), token.getSubject(), at, token.getClaims());
  }

  /** Two first logins of one person at once make one account. */
  private String account(ProviderAccounts.Said said, String address) {
    try {
      return accounts.login(said).admitted();
    } catch (DataIntegrityViolationException made) {
      return accounts.login(said).admitted();
    } catch (Refused name) {
      throw new ProviderRefused(ProviderRefusal.NO_ACCOUNT, name);
    } catch (ProviderRefused refused) {
      logins.refused(said.subject(), address);
      throw refused;
    }
  }

  private static ProviderSession kept(
      OidcIdToken token, OAuth2RefreshToken refresh, String account) {
    if (refresh == null) {
      LOG.warn(
          "The provider gave no refresh token: whether '{}' may still be here is asked at the next"
              + " login.",
          account);
    }
    return new ProviderSession(
        token.getTokenValue(),
        refresh == null ? null : refresh.getTokenValue(),
        token.getClaimAsString("sid"));
  }
}
