package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.ChanceryApplication;
import app.chancery.Visitor;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.people.Holders;
import app.chancery.platform.web.Routes;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The office with the sign-on of a ministry, which is there: a provider of OpenID Connect. */
@Tag("own-application")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOnOfMinistryTest {

  private final MinistryProvider ministry = new MinistryProvider();

  private ConfigurableApplicationContext office;
  private int port;
  private JdbcClient db;
  private IdentityService identities;

  /** What was answered before the provider could be reached first. */
  private HttpResponse<String> withoutProvider;

  /** Somebody whom nobody knows yet. */
  private String person;

  @BeforeAll
  void open() {
    office =
        new SpringApplication(ChanceryApplication.class)
            .run(
                "--spring.profiles.active=local,oidc",
                "--spring.datasource.url=jdbc:h2:mem:ministry;DB_CLOSE_DELAY=-1",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--chancery.sample-portfolio=false",
                "--chancery.oidc.issuer=" + ministry.issuer(),
                // It starts in the same machine, and takes its time for the first answer.
                "--chancery.oidc.patience=PT30S",
                "--chancery.oidc.client-id=" + MinistryProvider.CLIENT,
                "--chancery.oidc.client-secret=" + MinistryProvider.SECRET,
                "--chancery.oidc.audience=" + MinistryProvider.AUDIENCE,
                "--chancery.oidc.name=the Ministry");
    port = Integer.parseInt(office.getEnvironment().getProperty("local.server.port"));
    db = office.getBean(JdbcClient.class);
    identities = office.getBean(IdentityService.class);
    withoutProvider = Visitor.stranger(port).open("/login/provider");
    ministry.start(port);
  }

  @AfterAll
  void close() {
    ministry.close();
    office.close();
  }

  @BeforeEach
  void somebody() {
    person = "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void aLoginByTheProviderIsOneForDeskTasklistCockpitAndRest() {
    says(Map.of("roles", List.of("chancery-managers", "staff of floor 3")));
    Visitor visitor = loggedIn();

    assertThat(visitor.open("/work").statusCode()).isEqualTo(200);
    assertThat(visitor.open("/work").body()).contains("Ida Holm");
    assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    assertThat(visitor.open("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/api/v1/programmes").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/engine-rest/task").statusCode()).isEqualTo(200);
    assertThat(
            visitor
                .json("/camunda/api/engine/engine/default/user/" + person + "/profile")
                .at("/lastName")
                .asText())
        .isEqualTo("Holm");
    assertThat(groups()).containsExactly(Groups.MANAGERS);
  }

  @Test
  void whoWantedAPageIsLedThereByTheLogin() {
    says(Map.of("roles", "chancery-analysts"));
    Visitor visitor = Visitor.stranger(port);
    visitor.open("/programmes?filter=x");

    HttpResponse<String> back = logIn(visitor, ministry.browser());

    assertThat(Visitor.location(back)).isEqualTo("/programmes?filter=x");
  }

  @Test
  void whoHasNoRoleComesInNowhereAndGetsNoAccount() {
    says(Map.of("roles", List.of("staff of floor 3")));
    Visitor visitor = Visitor.stranger(port);

    assertRefused(logIn(visitor, ministry.browser()), ProviderRefusal.NO_ROLE);

    assertThat(visitor.get("/api/v1/programmes").statusCode()).isEqualTo(401);
    assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    assertThat(identities.createUserQuery().userId(person).count()).isZero();
  }

  @Test
  void otherRolesAtTheNextLoginAreOtherGroupsInOpenSessionsToo() {
    says(Map.of("roles", List.of("chancery-analysts", "chancery-managers")));
    Visitor first = loggedIn();
    assertThat(first.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    identities.createMembership(person, Heads.groupOf(Groups.ANALYSTS));

    says(Map.of("roles", List.of("chancery-analysts", "chancery-envoys")));
    loggedIn();

    assertThat(groups())
        .containsExactlyInAnyOrder(Groups.ANALYSTS, Groups.ENVOYS, Heads.groupOf(Groups.ANALYSTS));
    assertThat(first.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    assertThat(first.open("/work").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasNoRoleAnyMoreHasNoSessionAndNoGroupAndComesBackWithThoseOfTheRole() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();
    identities.createMembership(person, Heads.groupOf(Groups.ANALYSTS));

    says(Map.of("roles", List.of()));
    assertRefused(logIn(Visitor.stranger(port), ministry.browser()), ProviderRefusal.NO_ROLE);

    assertThat(Visitor.location(visitor.open("/work"))).isEqualTo("/login?ended");
    assertThat(groups()).isEmpty();
    says(Map.of("roles", List.of("chancery-analysts")));
    assertThat(loggedIn().open("/work").statusCode()).isEqualTo(200);
    assertThat(groups()).containsExactly(Groups.ANALYSTS);
  }

  @Test
  void anAccountThatWasDeletedHereStaysClosedUntilAnAdministratorOpensIt() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();
    Visitor admin = Visitor.program(port, "admin");

    assertThat(admin.delete("/engine-rest/user/" + person).statusCode()).isEqualTo(204);

    assertThat(Visitor.location(visitor.open("/work"))).isEqualTo("/login?ended");
    assertRefused(logIn(visitor, ministry.browser()), ProviderRefusal.CLOSED);
    assertThat(token(Instant.now(), "chancery-analysts").statusCode()).isEqualTo(401);
    assertThat(admin.delete("/api/v1/closed-accounts?account=" + person).statusCode())
        .isEqualTo(204);
    assertThat(loggedIn().open("/work").statusCode()).isEqualTo(200);
    // Of who had it before nothing is theirs.
    assertThat(office.getBean(Holders.class).recorded(person)).isEqualTo(person + "~2");
    assertThat(admin.delete("/api/v1/closed-accounts?account=" + person).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theOnlyAdministratorDoesNotGoOnWithoutThatGroup() {
    says(Map.of("roles", List.of("chancery-administrators")));
    Visitor visitor = loggedIn();
    // Nobody may; an office that was set up so has nobody with a password.
    db.sql("delete from act_id_membership where user_id_ = 'admin'").update();
    try {
      says(Map.of("roles", List.of("chancery-analysts")));
      assertRefused(
          logIn(Visitor.stranger(port), ministry.browser()), ProviderRefusal.ONLY_ADMINISTRATOR);
      assertThat(Visitor.location(visitor.open("/work"))).isEqualTo("/login?ended");
      assertThat(groups()).containsExactly(Groups.ADMINISTRATORS);
    } finally {
      identities.createMembership("admin", Groups.ADMINISTRATORS);
    }
    loggedIn();
    assertThat(groups()).containsExactly(Groups.ANALYSTS);
  }

  /** There is a way in on the day on which the provider is away. */
  @Test
  void theOnlyAdministratorWithAPasswordHereStays() {
    says(Map.of("roles", List.of("chancery-administrators")));
    loggedIn();

    assertThatThrownBy(() -> identities.deleteMembership("admin", Groups.ADMINISTRATORS))
        .hasMessageContaining("only administrator with a password");
    assertThatThrownBy(() -> identities.deleteUser("admin"))
        .hasMessageContaining("only administrator with a password");
    identities.deleteMembership(person, Groups.ADMINISTRATORS);
  }

  @Test
  void nobodyStaysOutsideBecauseOfANameThatCannotBe() {
    for (Object odd :
        List.of("two\nlines", 7, List.of("Ida", "Holm"), Map.of("a", "b"), "x".repeat(300))) {
      says(
          Map.of(
              "given_name", odd,
              "family_name", odd,
              "email", odd,
              "roles", List.of("chancery-analysts")));
      assertThat(loggedIn().open("/work").statusCode()).as("%s", odd).isEqualTo(200);
    }
    says(Map.of("roles", List.of("chancery-analysts")));
    assertThat(loggedIn().open("/work").body()).contains("Ida Holm");
    says(Map.of("family_name", "two\nlines", "roles", List.of("chancery-analysts")));
    assertThat(loggedIn().open("/work").body()).as("as before").contains("Ida Holm");
  }

  @Test
  void nobodyGetsAnAccountOfSomebodyElseByBeingCalledSo() {
    for (String taken : List.of("admin", "analyst", "Analyst", "ADMIN", "Camunda-Admin")) {
      says(Map.of("preferred_username", taken, "roles", List.of("chancery-analysts")));
      assertRefused(logIn(Visitor.stranger(port), ministry.browser()), ProviderRefusal.TAKEN);
    }
    for (String none : List.of("ada@ministry.example", "a b", "../admin", "x".repeat(65))) {
      says(Map.of("preferred_username", none, "roles", List.of("chancery-analysts")));
      assertRefused(logIn(Visitor.stranger(port), ministry.browser()), ProviderRefusal.NO_ACCOUNT);
    }
    person = "x".repeat(256);
    says(
        Map.of(
            "preferred_username", "long",
            "email", "long@ministry.example",
            "roles", List.of("chancery-analysts")));
    assertRefused(logIn(Visitor.stranger(port), ministry.browser()), ProviderRefusal.NO_ACCOUNT);
  }

  @Test
  void whoIsCalledOtherwiseThereKeepsTheAccount() {
    says(Map.of("roles", List.of("chancery-analysts")));
    loggedIn();
    says(
        Map.of(
            "preferred_username", "admin",
            "family_name", "Holm-Berg",
            "roles", List.of("chancery-analysts")));

    assertThat(loggedIn().open("/work").body()).contains("Ida Holm-Berg");
  }

  @Test
  void aDelegateIsOfTheDelegationOfTheAllyThatTheProviderNames() {
    says(Map.of("ally", "fr", "roles", List.of("chancery-delegation")));
    loggedIn();
    assertThat(groups()).containsExactly(Delegations.groupOf("FR"));

    says(Map.of("ally", "DE", "roles", List.of("chancery-delegation")));
    loggedIn();
    assertThat(groups()).containsExactly(Delegations.groupOf("DE"));

    for (String none : List.of("XX", "", "France")) {
      says(Map.of("ally", none, "roles", List.of("chancery-delegation")));
      assertRefused(logIn(Visitor.stranger(port), ministry.browser()), ProviderRefusal.NO_ROLE);
    }
  }

  @Test
  void aLogoutEndsBoth() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = Visitor.stranger(port);
    MinistryProvider.Browser browser = ministry.browser();
    logIn(visitor, browser);
    assertThat(browser.asksWhoItIs(browser.open(toProvider(visitor)))).isFalse();

    HttpResponse<String> leaving = visitor.postForm("/logout", Map.of());

    assertThat(leaving.statusCode()).isEqualTo(200);
    assertThat(leaving.body()).contains("the Ministry");
    assertThat(visitor.get("/api/v1/programmes").statusCode()).isEqualTo(401);
    String end = leaving.headers().firstValue("Refresh").orElseThrow().replaceFirst("^0;url=", "");
    assertThat(end).startsWith(ministry.issuer() + "/connect/logout?");
    HttpResponse<String> ended = browser.open(end);
    assertThat(Visitor.location(ended)).isEqualTo("http://localhost:" + port + "/login?loggedOut");
    assertThat(browser.asksWhoItIs(browser.open(toProvider(visitor)))).isTrue();
  }

  @Test
  void whoLoggedInWithAPasswordIsLoggedOutAsEver() {
    assertThat(Visitor.location(Visitor.person(port, "analyst").postForm("/logout", Map.of())))
        .isEqualTo("/login?loggedOut");
  }

  @Test
  void aLogoutThereEndsThatSessionHereAndNoOther() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor one = loggedIn();
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor other = loggedIn();
    String number = "number of " + person;
    db.sql("update web_session set provider_session = :hash where id_hash = :id")
        .param("hash", ProviderSession.hash(number))
        .param("id", row(one))
        .update();

    assertThat(toldOfLogout(Map.of("sid", number, "sub", person))).isEqualTo(200);

    assertThat(one.get("/api/v1/programmes").statusCode()).isEqualTo(401);
    assertThat(other.get("/api/v1/programmes").statusCode()).isEqualTo(200);
    assertThat(toldOfLogout(Map.of("sub", person))).isEqualTo(200);
    assertThat(other.get("/api/v1/programmes").statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyButTheProviderTellsOfALogout() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();

    assertThat(toldOfLogout(Map.of("sub", person, "iss", "https://evil.example"))).isEqualTo(400);
    assertThat(toldOfLogout(Map.of("sub", person, "aud", List.of("another")))).isEqualTo(400);
    assertThat(toldOfLogout(Map.of("sub", person, "events", Map.of()))).isEqualTo(400);
    assertThat(toldOfLogout(Map.of("sub", person, "nonce", "x"))).isEqualTo(400);
    assertThat(toldOfLogout(Map.of("sub", person, "iat", Instant.now().minusSeconds(3600))))
        .isEqualTo(400);
    assertThat(
            logoutToken(MinistryProvider.forged(ministry.keyId(), logout(Map.of("sub", person)))))
        .isEqualTo(400);
    assertThat(logoutToken("no token")).isEqualTo(400);
    assertThat(Visitor.stranger(port).postForm("/logout/provider", "").statusCode()).isEqualTo(400);

    assertThat(visitor.get("/api/v1/programmes").statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionThatTheProviderDoesNotRenewIsOver() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();
    timeToAskAgain(visitor);
    ministry.forgetsWhatItGave();

    assertThat(Visitor.location(visitor.open("/work"))).isEqualTo("/login?ended");
  }

  @Test
  void aSessionHasTheRolesOfNowWhenItIsRenewed() {
    says(Map.of("roles", List.of("chancery-analysts", "chancery-managers")));
    Visitor visitor = loggedIn();
    says(Map.of("roles", List.of("chancery-analysts")));
    assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);

    timeToAskAgain(visitor);
    assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);

    // The provider gives another refresh token each time.
    says(Map.of("roles", List.of("chancery-managers")));
    timeToAskAgain(visitor);
    assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);

    says(Map.of("roles", List.of()));
    timeToAskAgain(visitor);
    assertThat(Visitor.location(visitor.open("/work"))).isEqualTo("/login?ended");
    assertThat(groups()).isEmpty();
  }

  @Test
  void aProviderThatCannotBeReachedIsSaidAndEndsNobodysSession() {
    assertRefused(withoutProvider, ProviderRefusal.AWAY);
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();
    Visitor other = Visitor.stranger(port);
    String back = ministry.browser().logIn(toProvider(other), person);
    timeToAskAgain(visitor);
    ministry.goAway();
    try {
      assertThat(visitor.open("/work").statusCode()).isEqualTo(200);
      assertRefused(other.open(back), ProviderRefusal.AWAY);
      // Keys that are known serve on, others cannot be asked for.
      assertThat(token(Instant.now(), "chancery-analysts").statusCode()).isEqualTo(200);
      HttpResponse<String> later =
          program(MinistryProvider.forged("another key", claims("chancery-analysts")))
              .get("/api/v1/programmes");
      assertThat(later.statusCode()).isEqualTo(503);
      assertThat(later.headers().firstValue("Retry-After")).isPresent();
      assertThat(Visitor.parse(later).at("/detail").asText())
          .isEqualTo(ProviderRefusal.AWAY.word());
      assertThat(Visitor.location(other.postForm("/logout", Map.of())))
          .isEqualTo("/login?loggedOut");
    } finally {
      ministry.comeBack();
    }
    timeToAskAgain(visitor);
    assertThat(visitor.open("/work").statusCode()).isEqualTo(200);
  }

  @Test
  void whatComesBackIsTakenOfTheBrowserAloneThatBeganAndOnce() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor one = Visitor.stranger(port);
    String back = ministry.browser().logIn(toProvider(one), person);

    assertRefused(Visitor.stranger(port).open(back), ProviderRefusal.NOT_PROVEN);
    Visitor other = Visitor.stranger(port);
    toProvider(other);
    assertRefused(other.open(back), ProviderRefusal.NOT_PROVEN);
    assertThat(Visitor.location(one.open(back))).isEqualTo("/");
    assertThat(one.cookie("CHANCERY-SIGN-ON")).isEmpty();
    assertRefused(one.open(back), ProviderRefusal.NOT_PROVEN);

    toProvider(other);
    assertRefused(other.open("/login/provider/back"), ProviderRefusal.NOT_PROVEN);
    toProvider(other);
    assertRefused(
        other.open("/login/provider/back?error=access_denied&state=x"), ProviderRefusal.NOT_PROVEN);
    String state = toProvider(other).replaceAll(".*[?&]state=([^&]*).*", "$1");
    assertRefused(
        other.open("/login/provider/back?error=access_denied&state=" + state),
        ProviderRefusal.DECLINED);
  }

  @Test
  void aLoginGivesTheSessionAnotherIdAndAnotherPerson() {
    Visitor visitor = Visitor.person(port, "manager");
    String before = visitor.cookie("JSESSIONID").orElseThrow();
    says(Map.of("roles", List.of("chancery-analysts")));

    logIn(visitor, ministry.browser());

    assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().get().isNotEqualTo(before);
    assertThat(Visitor.stranger(port).with("Cookie", "JSESSIONID=" + before).get("/work"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
    assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
  }

  @Test
  void noTokenCanBeReadInTheDatabase() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();

    Map<String, Object> stored =
        db.sql("select * from web_session where id_hash = :id")
            .param("id", row(visitor))
            .query()
            .singleRow();
    byte[] sealed = (byte[]) stored.get("provider_sealed");

    assertThat(sealed).hasSizeGreaterThan(500);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("eyJ", "idToken", person);
    assertThat(stored.toString()).doesNotContain("eyJ");
    assertThat(
            office
                .getBean(StoredSessions.class)
                .ofProvider(visitor.cookie("JSESSIONID").orElseThrow()))
        .get()
        .satisfies(kept -> assertThat(kept.idToken()).startsWith("eyJ"));
  }

  @Test
  void whatIsTypedIntoAnEndedSessionIsGivenBack() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();
    timeToAskAgain(visitor);
    ministry.forgetsWhatItGave();

    HttpResponse<String> answer =
        visitor.postForm("/start/enlargement-programme", Map.of("name", "Typed with care"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Typed with care");
  }

  @Test
  void whoIsOfTheProviderHasNoPasswordHereAndGetsNone() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn().withToken();
    String own =
        """
        {"password": "one that is long enough", "authenticatedUserPassword": "%s"}
        """;

    HttpResponse<String> byOneself =
        visitor
            .inTasklist()
            .put(
                "/camunda/api/engine/engine/default/user/" + person + "/credentials",
                own.formatted("anything"));
    HttpResponse<String> byAdministrator =
        Visitor.program(port, "admin")
            .put("/engine-rest/user/" + person + "/credentials", own.formatted("chancery"));

    assertThat(List.of(byOneself, byAdministrator))
        .allMatch(answer -> answer.statusCode() == 400, "is refused")
        .allMatch(
            answer -> answer.body().contains(Words.of("guardedIdentities.ofProvider")), "says why");
    assertThat(
            Visitor.stranger(port)
                .with("Authorization", Visitor.basic(person, ""))
                .get("/api/v1/programmes")
                .statusCode())
        .isEqualTo(401);
    assertThat(
            Visitor.program(port, "admin")
                .json("/engine-rest/user/" + person + "/profile")
                .at("/firstName")
                .asText())
        .isEqualTo("Ida");
  }

  @Test
  void aProgramComesWithATokenToRestAloneAndWithoutASession() {
    Visitor program = program(ministry.token(claims("chancery-analysts")));

    HttpResponse<String> answer = program.get("/api/v1/programmes");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    assertThat(program.post("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
    assertThat(program.delete("/api/v1/sessions?account=admin").statusCode()).isEqualTo(403);
    assertThat(Visitor.location(program.open("/work"))).isEqualTo("/login");
    assertThat(program.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
    assertThat(groups()).containsExactly(Groups.ANALYSTS);
  }

  @Test
  void aTokenThatIsNotForTheOfficeIsRefusedWithTheReason() {
    Instant now = Instant.now();
    assertThat(refusalOf("iat", now.minusSeconds(7200), "exp", now.minusSeconds(3600)))
        .isEqualTo(Words.of("provider.token.time"));
    assertThat(refusalOf("nbf", now.plusSeconds(3600))).isEqualTo(Words.of("provider.token.time"));
    assertThat(refusalOf("aud", List.of("another"))).isEqualTo(Words.of("provider.token.audience"));
    assertThat(refusalOf("iss", "https://evil.example"))
        .isEqualTo(Words.of("provider.token.issuer"));
    assertThat(refusalOf("roles", List.of())).isEqualTo(ProviderRefusal.NO_ROLE.word());
    assertThat(refusal(MinistryProvider.forged(ministry.keyId(), claims("chancery-analysts"))))
        .isEqualTo(Words.of("provider.token.notOfProvider"));
    assertThat(refusal("no.token.atall")).isEqualTo(Words.of("provider.token.notOfProvider"));
    assertThat(Visitor.stranger(port).get("/api/v1/programmes").statusCode()).isEqualTo(401);
    assertThat(identities.createUserQuery().userId(person).count()).isZero();
  }

  @Test
  void anIdTokenIsNoTokenOfAProgram() {
    says(Map.of("roles", List.of("chancery-analysts")));
    Visitor visitor = loggedIn();
    String idToken =
        office
            .getBean(StoredSessions.class)
            .ofProvider(visitor.cookie("JSESSIONID").orElseThrow())
            .orElseThrow()
            .idToken();

    assertThat(refusal(idToken)).isEqualTo(Words.of("provider.token.audience"));
  }

  @Test
  void aTokenGivesNoMoreThanTheAccountHasAndNoMoreThanItself() {
    says(Map.of("roles", List.of("chancery-analysts")));
    loggedIn();

    // More than the person has, and made later: nothing is added.
    assertThat(token(Instant.now().plusSeconds(5), "chancery-administrators").statusCode())
        .isEqualTo(200);
    assertThat(
            program(ministry.token(claims("chancery-administrators")))
                .delete("/api/v1/sessions?account=admin")
                .statusCode())
        .isEqualTo(403);
    assertThat(groups()).containsExactly(Groups.ANALYSTS);
    // Less: the account keeps what it has.
    assertThat(
            program(ministry.token(claims("chancery-auditors")))
                .get("/api/v1/outcomes")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            program(ministry.token(claims("chancery-analysts")))
                .get("/api/v1/outcomes")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anAccountOfAProgramFollowsItsNewestToken() {
    Instant now = Instant.now();
    token(now.minusSeconds(60), "chancery-analysts");
    assertThat(groups()).containsExactly(Groups.ANALYSTS);

    token(now.minusSeconds(30), "chancery-envoys");
    assertThat(groups()).containsExactly(Groups.ENVOYS);

    token(now.minusSeconds(50), "chancery-analysts");
    assertThat(groups()).containsExactly(Groups.ENVOYS);
  }

  @Test
  void everyAddressIsOpenToWhomTheTableSaysWhoeverTookTheLogin() {
    says(Map.of("roles", List.of("chancery-envoys")));
    Visitor person = loggedIn();
    Visitor ofProvider = program(ministry.token(claims("chancery-envoys")));
    Visitor ofOffice = Visitor.program(port, "envoy");
    List<Routes.Route> calls =
        Routes.ofOurs(office).stream().filter(route -> route.path().startsWith("/api/")).toList();
    assertThat(calls).hasSizeGreaterThan(20);

    for (Routes.Route call : calls) {
      String address = call.filled("1");
      assertThat(ofProvider.send(call.method(), address, "{}").statusCode())
          .as(call.toString())
          .isEqualTo(ofOffice.send(call.method(), address, "{}").statusCode());
    }
    Visitor envoy = Visitor.person(port, "envoy");
    List<Routes.Route> pages =
        Routes.ofOurs(office).stream()
            .filter(route -> route.method().equals("GET"))
            .filter(route -> !route.path().matches("/(api|login|logout)/.*|/login"))
            .toList();
    assertThat(pages).hasSizeGreaterThan(30);
    for (Routes.Route page : pages) {
      String address = page.filled("1");
      assertThat(person.open(address).statusCode())
          .as(page.toString())
          .isEqualTo(envoy.open(address).statusCode());
    }
  }

  @Test
  void theLoginPageHasBothAndNoPageOfTheProviderIsThereWithoutIt() {
    String page = Visitor.stranger(port).open("/login").body();

    assertThat(page).contains("href=\"/login/provider\"", "the Ministry", "name=\"password\"");
  }

  private void says(Map<String, Object> claims) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "preferred_username",
                person,
                "given_name",
                "Ida",
                "family_name",
                "Holm",
                "email",
                person + "@ministry.example"));
    all.putAll(claims);
    ministry.says(person, all);
  }

  private Visitor loggedIn() {
    Visitor visitor = Visitor.stranger(port);
    HttpResponse<String> back = logIn(visitor, ministry.browser());
    assertThat(Visitor.location(back)).isEqualTo("/");
    return visitor;
  }

  private HttpResponse<String> logIn(Visitor visitor, MinistryProvider.Browser browser) {
    visitor.open("/login");
    return visitor.open(browser.logIn(toProvider(visitor), person));
  }

  private static String toProvider(Visitor visitor) {
    return Visitor.location(visitor.open("/login/provider"));
  }

  private void assertRefused(HttpResponse<String> answer, ProviderRefusal why) {
    assertThat(Visitor.location(answer)).isEqualTo("/login?refused=" + why.code());
    assertThat(Visitor.stranger(port).open(Visitor.location(answer)).body()).contains(why.word());
  }

  private List<String> groups() {
    return identities.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }

  private static String row(Visitor visitor) {
    return new SessionSeal(visitor.cookie("JSESSIONID").orElseThrow()).row();
  }

  private void timeToAskAgain(Visitor visitor) {
    assertThat(
            db.sql(
                    "update web_session set asked_at = asked_at - interval '1' hour"
                        + " where id_hash = :id")
                .param("id", row(visitor))
                .update())
        .isEqualTo(1);
  }

  private int toldOfLogout(Map<String, Object> claims) {
    return logoutToken(ministry.token(logout(claims)));
  }

  private int logoutToken(String token) {
    return Visitor.stranger(port)
        .postForm("/logout/provider", Map.of("logout_token", token))
        .statusCode();
  }

  private Map<String, Object> logout(Map<String, Object> claims) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "iss", ministry.issuer(),
                "aud", List.of(MinistryProvider.CLIENT),
                "iat", Instant.now(),
                "exp", Instant.now().plusSeconds(120),
                "jti", UUID.randomUUID().toString(),
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
    all.putAll(claims);
    return all;
  }

  private Map<String, Object> claims(String role) {
    return ministry.claims(person, Instant.now(), List.of(role));
  }

  private HttpResponse<String> token(Instant at, String role) {
    return program(ministry.token(ministry.claims(person, at, List.of(role))))
        .get("/api/v1/programmes");
  }

  private Visitor program(String token) {
    return Visitor.stranger(port).with("Authorization", "Bearer " + token);
  }

  private String refusalOf(Object... others) {
    Map<String, Object> claims = new HashMap<>(claims("chancery-analysts"));
    for (int each = 0; each < others.length; each += 2) {
      claims.put((String) others[each], others[each + 1]);
    }
    return refusal(ministry.token(claims));
  }

  private String refusal(String token) {
    HttpResponse<String> answer = program(token).get("/api/v1/programmes");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("Bearer");
    JsonNode problem = Visitor.parse(answer);
    return problem.at("/detail").asText();
  }
}
