package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.words.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token of a program is to be, besides signed. */
class TokenCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final String ISSUER = "https://sso.ministry.example";
  private static final String CLIENT = "chancery";

  @Test
  void aTokenForTheOfficeIsTaken() {
    assertThat(refusal("programs", token -> {})).isEmpty();
    assertThat(refusal("programs", token -> token.header("typ", "at+jwt"))).isEmpty();
    assertThat(refusal("programs", token -> token.audience(List.of("others", "programs"))))
        .isEmpty();
    // A provider whose tokens are for the client itself.
    assertThat(refusal(CLIENT, token -> token.audience(List.of(CLIENT)))).isEmpty();
  }

  @Test
  void whatALoginOrALogoutBringsIsNoToken() {
    String audience = Words.of("provider.token.audience");

    assertThat(refusal(CLIENT, token -> token.audience(List.of(CLIENT)).claim("nonce", "n")))
        .isEqualTo(audience);
    assertThat(refusal(CLIENT, token -> token.audience(List.of(CLIENT)).claim("events", Map.of())))
        .isEqualTo(audience);
    assertThat(refusal("programs", token -> token.header("typ", "logout+jwt"))).isEqualTo(audience);
    assertThat(refusal("programs", token -> token.audience(List.of("others")))).isEqualTo(audience);
    assertThat(refusal("programs", token -> token.claims(claims -> claims.remove("aud"))))
        .isEqualTo(audience);
  }

  @Test
  void aTokenIsOfThisIssuerAndOfSomebody() {
    String issuer = Words.of("provider.token.issuer");

    assertThat(refusal("programs", token -> token.issuer(ISSUER + "/"))).isEqualTo(issuer);
    assertThat(refusal("programs", token -> token.claims(claims -> claims.remove("iss"))))
        .isEqualTo(issuer);
    assertThat(refusal("programs", token -> token.claims(claims -> claims.remove("sub"))))
        .isEqualTo(issuer);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, -59, true",
    "exp, -60, false",
    "iat, 60, true",
    "iat, 61, false",
    "nbf, 60, true",
    "nbf, 61, false",
    "exp, , false",
    "iat, , false",
    "nbf, , true"
  })
  void aTokenHasATimeAndClocksMayBeAMinuteApart(String claim, Long seconds, boolean taken) {
    String refusal =
        refusal(
            "programs",
            token ->
                token.claims(
                    claims -> {
                      claims.remove(claim);
                      if (seconds != null) {
                        claims.put(claim, NOW.plusSeconds(seconds));
                      }
                    }));

    assertThat(refusal).isEqualTo(taken ? "" : Words.of("provider.token.time"));
  }

  private static String refusal(String audience, Consumer<Jwt.Builder> change) {
    Jwt.Builder token =
        Jwt.withTokenValue("x")
            .header("alg", "RS256")
            .issuer(ISSUER)
            .subject("importer")
            .audience(List.of("programs"))
            .issuedAt(NOW.minusSeconds(300))
            .expiresAt(NOW.plusSeconds(300));
    change.accept(token);
    ProviderSettings settings =
        new ProviderSettings(
            URI.create(ISSUER),
            CLIENT,
            "",
            "the Ministry",
            audience,
            List.of("openid"),
            null,
            List.of(),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5));
    return new TokenCheck(settings, Clock.fixed(NOW, ZoneOffset.UTC))
        .validate(token.build()).getErrors().stream()
            .map(OAuth2Error::getDescription)
            .findFirst()
            .orElse("");
  }
}
