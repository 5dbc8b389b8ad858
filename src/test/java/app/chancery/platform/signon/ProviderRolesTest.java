package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.chancery.platform.start.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Which groups somebody is of by the provider's word, and how an office is told. */
class ProviderRolesTest {

  private static final Set<String> ALLIES = Set.of("FR", "DE");

  private static final Map<String, String> LEAST =
      Map.of(
          "CHANCERY_OIDC_ISSUER", "https://sso.ministry.example/realms/staff",
          "CHANCERY_OIDC_CLIENT_ID", "chancery");

  @Test
  void aRoleIsTheGroupsThatItIsMappedToAndAnotherIsNone() {
    assertThat(standing(List.of("a=analysts", "a=envoys", "b = planners"), List.of("a", "x", "A")))
        .isEqualTo(new ProviderRoles.Standing(Set.of("analysts", "envoys"), List.of("x", "A")));
    // A role may have the sign in its name.
    assertThat(standing(List.of("cn=a,ou=b=analysts"), "cn=a,ou=b").groups())
        .containsExactly("analysts");
  }

  @Test
  void rolesStandInAClaimOrInAClaimWithinOne() {
    ProviderRoles roles = roles("realm_access.roles", "a=analysts");

    assertThat(roles.standing(Map.of("realm_access", Map.of("roles", List.of("a"))), ALLIES))
        .extracting(ProviderRoles.Standing::groups)
        .isEqualTo(Set.of("analysts"));
    assertThat(roles.standing(Map.of("realm_access.roles", "a"), ALLIES).groups())
        .containsExactly("analysts");
    for (Object other : List.of("a", 1, List.of(1, Map.of()), Map.of("roles", Map.of()))) {
      assertThat(roles.standing(Map.of("realm_access", other), ALLIES).groups()).isEmpty();
    }
  }

  @Test
  void aDelegateIsOfTheDelegationOfOneAllyOfToday() {
    List<String> mapping = List.of("d=delegation", "f=delegation-fr");
    for (Object ally : List.of("FR", "fr", " Fr ", List.of("fr"))) {
      assertThat(standing(mapping, "d", ally).groups()).containsExactly("delegation-fr");
    }
    for (Object none : List.of("XX", "France", "", List.of("FR", "DE"), 7)) {
      assertThat(standing(mapping, "d", none))
          .isEqualTo(new ProviderRoles.Standing(Set.of(), List.of("d")));
    }
    assertThat(standing(mapping, "f").groups()).containsExactly("delegation-fr");
  }

  @Test
  void ofGroupsThatNoRoleIsMappedToTheProviderSaysNothing() {
    ProviderRoles roles = roles("roles", "a=analysts", "d=delegation");

    assertThat(
            Stream.of("analysts", "delegation-de", "envoys", "heads-of-analysts", "delegation")
                .filter(roles::decide))
        .containsExactly("analysts", "delegation-de", "delegation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analysts", "=analysts", "a=", " = "})
  void aLineThatSaysNoGroupKeepsTheOfficeFromStarting(String line) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> roles("roles", line))
        .withMessageContaining("'" + line + "'");
  }

  @Test
  void aGroupThatTheOfficeHasNotKeepsItFromStarting() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () ->
                roles("roles", "a=analyst", "d=delegation").refuseUnknownGroups(Set.of()::contains))
        .withMessageContaining("[analyst]");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> new ProviderRoles(List.of(), settings(LEAST).claims()))
        .withMessageContaining("nobody could log in");
  }

  @Test
  void theEnvironmentSaysWhoTheProviderIsAndTheFileTheRest() {
    ProviderSettings byItself = settings(LEAST);
    ProviderSettings ofOurs =
        settings(
            Map.of(
                "CHANCERY_OIDC_ISSUER", "https://sso.ministry.example/",
                "CHANCERY_OIDC_CLIENT_ID", "c",
                "CHANCERY_OIDC_CLIENT_SECRET", "s",
                "CHANCERY_OIDC_SCOPES", "openid,offline_access",
                "CHANCERY_OIDC_ROLES", "a=analysts,f=delegation-fr",
                "CHANCERY_OIDC_CLAIMS_ACCOUNT", "oid",
                "CHANCERY_OIDC_CLAIMS_ROLES", "realm_access.roles",
                "CHANCERY_OIDC_ASKED_AGAIN_EVERY", "PT1M"));

    assertThat(byItself.roles()).contains("chancery-delegation=delegation").hasSize(13);
    assertThat(new ProviderRoles(byItself.roles(), byItself.claims()).decide("camunda-admin"))
        .isTrue();
    assertThat(byItself.audience()).isEmpty();
    assertThat(byItself.metadata())
        .hasToString("https://sso.ministry.example/realms/staff/.well-known/openid-configuration");
    assertThat(ofOurs.roles()).containsExactly("a=analysts", "f=delegation-fr");
    assertThat(ofOurs.scopes()).containsExactly("openid", "offline_access");
    assertThat(ofOurs.claims())
        .extracting(
            ProviderSettings.Claims::account,
            ProviderSettings.Claims::roles,
            ProviderSettings.Claims::ally)
        .containsExactly("oid", "realm_access.roles", "ally");
    assertThat(ofOurs.metadata())
        .hasToString("https://sso.ministry.example/.well-known/openid-configuration");
    assertThat(ofOurs.clientSecret()).isEqualTo("s");
    assertThat(ofOurs.toString()).doesNotContain("=s");
    assertThat(ofOurs.askedAgainEvery()).hasMinutes(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHANCERY_OIDC_ISSUER=",
        "CHANCERY_OIDC_ISSUER=sso.ministry.example",
        "CHANCERY_OIDC_ISSUER=http://sso.ministry.example",
        "CHANCERY_OIDC_ISSUER=http://localhost.evil.example",
        "CHANCERY_OIDC_ISSUER=https://sso.ministry.example?x",
        "CHANCERY_OIDC_CLIENT_ID= ",
        "CHANCERY_OIDC_NAME=",
        "CHANCERY_OIDC_SCOPES=profile",
        "CHANCERY_OIDC_ASKED_AGAIN_EVERY=PT0S",
        "CHANCERY_OIDC_ASKED_AGAIN_EVERY=P2D",
        "CHANCERY_OIDC_PATIENCE=PT0S",
        "CHANCERY_OIDC_PATIENCE=PT1M"
      })
  void whatCannotBeKeepsTheOfficeFromStarting(String wrong) {
    String[] parts = wrong.split("=", 2);
    Map<String, String> variables = new HashMap<>(LEAST);
    variables.put(parts[0], parts[1]);

    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> settings(variables))
        .havingRootCause()
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ProviderRoles.Standing standing(List<String> mapping, Object roles) {
    return standing(mapping, roles, "");
  }

  private static ProviderRoles.Standing standing(List<String> mapping, Object roles, Object ally) {
    return roles("roles", mapping.toArray(String[]::new))
        .standing(Map.of("roles", roles, "ally", ally), ALLIES);
  }

  private static ProviderRoles roles(String claim, String... mapping) {
    return new ProviderRoles(
        List.of(mapping), new ProviderSettings.Claims("", "", "", "", claim, "ally"));
  }

  private static ProviderSettings settings(Map<String, String> variables) {
    try {
      MutablePropertySources sources = new MutablePropertySources();
      sources.addLast(
          new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(variables)));
      new YamlPropertySourceLoader()
          .load("oidc", new ClassPathResource("application-oidc.yml"))
          .forEach(sources::addLast);
      return new Binder(ConfigurationPropertySources.from(sources))
          .bind("chancery.oidc", Bindable.of(ProviderSettings.class))
          .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
