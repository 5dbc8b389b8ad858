package app.chancery.platform.signon;

import app.chancery.platform.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token of a program is to be, besides signed by the provider. */
final class TokenCheck implements OAuth2TokenValidator<Jwt> {

  /** So far may the clocks of two machines be apart. */
  private static final Duration APART = Duration.ofMinutes(1);

  private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

  private final String issuer;
  private final String audience;
  private final String clientId;
  private final Clock clock;

  TokenCheck(ProviderSettings settings, Clock clock) {
    issuer = settings.issuer().toString();
    audience = settings.audience();
    clientId = settings.clientId();
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    Instant now = clock.instant();
    if (!issuer.equals(token.getClaimAsString("iss")) || token.getSubject() == null) {
      return refused("provider.token.issuer");
    }
    if (token.getAudience() == null
        || !token.getAudience().contains(audience)
        || isOfLogin(token)) {
      return refused("provider.token.audience");
    }
    if (token.getIssuedAt() == null
        || token.getExpiresAt() == null
        || !now.isBefore(token.getExpiresAt().plus(APART))
        || now.isBefore(token.getIssuedAt().minus(APART))
        || token.getNotBefore() != null && now.isBefore(token.getNotBefore().minus(APART))) {
      return refused("provider.token.time");
    }
    return OAuth2TokenValidatorResult.success();
  }

  /** An id token, or one that tells of a logout, is for no program. */
  private boolean isOfLogin(Jwt token) {
    Object type = token.getHeaders().get("typ");
    return type != null && !TYPES.contains(type.toString().toLowerCase(Locale.ROOT))
        || token.hasClaim("events")
        || token.hasClaim("nonce") && token.getAudience().contains(clientId);
  }

  private static OAuth2TokenValidatorResult refused(String sentence) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error("invalid_token", Words.of(sentence), null));
  }
}
