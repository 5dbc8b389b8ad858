package app.chancery.platform.signon;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * The sign-on that a ministry already has, by OpenID Connect; see docs/operations.md.
 *
 * @param issuer of the provider's tokens, below which its metadata are; {@code https}, or on this
 *     machine
 * @param clientId by which the provider knows this office
 * @param clientSecret empty: the provider takes the proof of PKCE alone
 * @param name of the provider, on the login page
 * @param audience that tokens of programs must be for; empty: programs come with none
 * @param scopes that are asked for at a login
 * @param roles which role of the provider is which group of the office, each {@code ROLE=GROUP};
 *     the group {@code delegation} is that of the Ally whose code the person has
 * @param askedAgainEvery how often a session asks whether its person may still be here, by its
 *     refresh token: a second to a day
 * @param patience how long the provider's answer is waited for: up to 30 s
 */
@Profile(ProviderSettings.PROFILE)
@ConfigurationProperties("chancery.oidc")
record ProviderSettings(
    URI issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String name,
    @DefaultValue("") String audience,
    List<String> scopes,
    Claims claims,
    List<String> roles,
    Duration askedAgainEvery,
    Duration patience) {

  static final String PROFILE = "oidc";

  ProviderSettings {
    if (issuer == null || !isSafe(issuer)) {
      throw new IllegalArgumentException(
          "CHANCERY_OIDC_ISSUER must be the https:// address of the provider's issuer");
    }
    if (clientId.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "CHANCERY_OIDC_CLIENT_ID must be given, and CHANCERY_OIDC_NAME not be empty");
    }
    scopes = List.copyOf(scopes);
    roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
    if (!scopes.contains("openid")) {
      throw new IllegalArgumentException("chancery.oidc.scopes must name openid");
    }
    if (askedAgainEvery.compareTo(Duration.ofSeconds(1)) < 0
        || askedAgainEvery.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "chancery.oidc.asked-again-every must be between a second and a day");
    }
    if (patience.isZero()
        || patience.isNegative()
        || patience.compareTo(Duration.ofSeconds(30)) > 0) {
      throw new IllegalArgumentException("chancery.oidc.patience must be up to 30 s");
    }
  }

  /** Names and roles go over the network: it is closed, or there is none. */
  private static boolean isSafe(URI issuer) {
    return issuer.getHost() != null
        && issuer.getQuery() == null
        && issuer.getFragment() == null
        && ("https".equals(issuer.getScheme())
            || "http".equals(issuer.getScheme()) && isHere(issuer.getHost()));
  }

  private static boolean isHere(String host) {
    return host.matches("localhost|127\\.[0-9.]+|\\[::1]");
  }

  /** Where the provider says what it is. */
  URI metadata() {
    return URI.create(
        issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  /**
   * In which claims of the id token stands what. A name with dots is looked for as it is first, and
   * then as a way into claims within claims, such as {@code realm_access.roles}.
   *
   * @param account which account a person gets at their first login; later ones go by the subject
   * @param ally the code of the Ally (ISO 3166-1 alpha-2) of whoever is of a delegation
   */
  record Claims(
      String account,
      String givenName,
      String familyName,
      String email,
      String roles,
      String ally) {}

  /** The secret must not come into a log by accident. */
  @Override
  public String toString() {
    return "ProviderSettings[issuer=" + issuer + "]";
  }
}
