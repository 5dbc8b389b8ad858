package app.chancery.platform.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A login that is under way at the provider. The browser keeps what proves that its answer is one
 * to this login: nobody has a session before it, and any node may be who takes the answer.
 */
final class PendingLogin {

  private static final OwnCookie COOKIE = new OwnCookie("CHANCERY-SIGN-ON", Provider.BACK);

  /** Long enough for a second factor. */
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** State, nonce and verifier: random, in Base64 for addresses. */
  private static final Pattern VALUE =
      Pattern.compile("([\\w=-]{20,200})\\.([\\w=-]{20,200})\\.([\\w=-]{20,200})");

  private PendingLogin() {}

  static void keep(
      OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
    COOKIE.set(
        request,
        response,
        String.join(
            ".",
            login.getState(),
            login.<String>getAttribute(OidcParameterNames.NONCE),
            login.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
        KEPT);
  }

  /** That of this browser; it is taken once. */
  static Optional<OAuth2AuthorizationRequest> take(
      ClientRegistration provider, HttpServletRequest request, HttpServletResponse response) {
    Optional<Matcher> parts = COOKIE.value(request).map(VALUE::matcher).filter(Matcher::matches);
    COOKIE.remove(request, response);
    return parts.map(each -> login(provider, request, each.group(1), each.group(2), each.group(3)));
  }

  private static OAuth2AuthorizationRequest login(
      ClientRegistration provider,
      HttpServletRequest request,
      String state,
      String nonce,
      String verifier) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(provider.getProviderDetails().getAuthorizationUri())
        .clientId(provider.getClientId())
        .redirectUri(
            ServletUriComponentsBuilder.fromContextPath(request).path(Provider.BACK).toUriString())
        .scopes(provider.getScopes())
        .state(state)
        .attributes(
            Map.of(
                OAuth2ParameterNames.REGISTRATION_ID, provider.getRegistrationId(),
                OidcParameterNames.NONCE, nonce,
                PkceParameterNames.CODE_VERIFIER, verifier))
        .build();
  }
}
