package app.chancery.platform.signon;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of the ministry's sign-on. It is asked what it is when it is needed first, so that
 * the office starts without it, and each answer is waited for a few seconds only.
 */
public class Provider {

  /** What its registration is called; of addresses too. */
  static final String ID = "provider";

  /** Where the provider sends people back to. */
  public static final String BACK = "/login/provider/back";

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

  private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
      new ParameterizedTypeReference<>() {};

  private final ProviderSettings settings;
  private final JdkClientHttpRequestFactory network;
  private volatile Known known;

  Provider(ProviderSettings settings) {
    this.settings = settings;
    network =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(settings.patience()).build());
    network.setReadTimeout(settings.patience());
  }

  /** What it has said of itself, with its keys, which are read anew when they change. */
  private record Known(ClientRegistration registration, JwtDecoder signed) {}

  /**
   * @throws ProviderRefused if it cannot be reached, or is another one than its address says
   */
  ClientRegistration registration() {
    return known().registration();
  }

  /** Where people end what the provider has of them; empty if it has no such address. */
  Optional<String> endOfSession() {
    return Optional.ofNullable(
            registration()
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint"))
        .map(String::valueOf);
  }

  /**
   * @param check of a token that its keys have signed
   * @throws org.springframework.security.oauth2.jwt.JwtException if it is not good
   * @throws ProviderRefused if the provider cannot be reached
   */
  Jwt checked(String token, OAuth2TokenValidator<Jwt> check) {
    Jwt signed = known().signed().decode(token);
    var result = check.validate(signed);
    if (result.hasErrors()) {
      throw new JwtValidationException("This token is not taken", result.getErrors());
    }
    return signed;
  }

  /** An id token for this office, as its login or a refresh brings it. */
  Jwt idToken(String token) {
    return checked(token, new OidcIdTokenValidator(registration()));
  }

  /** Takes the code that somebody has brought back for who they are. */
  OidcAuthorizationCodeAuthenticationProvider logins() {
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(ofTokens());
    // What the id token does not say is not asked for.
    var logins =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokens, login -> new DefaultOidcUser(List.of(), login.getIdToken()));
    logins.setJwtDecoderFactory(registration -> this::idToken);
    return logins;
  }

  /**
   * @throws RuntimeException of Spring's if it refuses, or cannot be reached
   */
  OAuth2AccessTokenResponse refresh(String token) {
    var tokens = new RestClientRefreshTokenTokenResponseClient();
    tokens.setRestClient(ofTokens());
    Instant now = Instant.EPOCH;
    return tokens.getTokenResponse(
        new OAuth2RefreshTokenGrantRequest(
            registration(),
            // Not sent; that of the login is not kept.
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "none", now, now.plusSeconds(1)),
            new OAuth2RefreshToken(token, now)));
  }

  private RestClient ofTokens() {
    return RestClient.builder()
        .requestFactory(network)
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new FormHttpMessageConverter());
              converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  private Known known() {
    Known found = known;
    if (found == null) {
      found = found();
      known = found;
    }
    return found;
  }

  private Known found() {
    try {
      Map<String, Object> metadata =
          RestClient.builder()
              .requestFactory(network)
              .build()
              .get()
              .uri(settings.metadata())
              .retrieve()
              .body(METADATA);
      if (metadata == null || !settings.issuer().toString().equals(metadata.get("issuer"))) {
        throw new IllegalArgumentException("It says that it is another issuer");
      }
      ClientRegistration registration = registration(metadata);
      return new Known(registration, signed(registration));
    } catch (RestClientException | IllegalArgumentException e) {
      LOG.warn(
          "The provider {} does not say what it is: {}",
          settings.issuer(),
          ProviderRefused.inLog(e));
      throw new ProviderRefused(ProviderRefusal.AWAY, e);
    }
  }

  private ClientRegistration registration(Map<String, Object> metadata) {
    ClientRegistration.Builder registration =
        ClientRegistrations.fromOidcConfiguration(metadata)
            .registrationId(ID)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .redirectUri("{baseUrl}" + BACK)
            .scope(settings.scopes());
    if (settings.clientSecret().isEmpty()) {
      registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    }
    return registration.build();
  }

  /** What each token is to be besides is asked where it comes. */
  private JwtDecoder signed(ClientRegistration registration) {
    NimbusJwtDecoder signed =
        NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
            .restOperations(new RestTemplate(network))
            .jwsAlgorithms(taken -> taken.addAll(List.of(SignatureAlgorithm.values())))
            .validateType(false)
            .build();
    signed.setJwtValidator(any -> OAuth2TokenValidatorResult.success());
    return signed;
  }
}
