package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.DelegatingCountries;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.signon.Doorkeeper;
import app.chancery.platform.signon.ProviderRoles;
import app.chancery.platform.start.CannotStart;
import app.chancery.platform.web.Routes;
import app.chancery.rehearsal.Office;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, their passwords and their sessions, over HTTP. */
@WebOfficeTest
class AccountsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[^/]*}");

  /** Passes the rules. */
  private static final String GOOD = "correct horse battery";

  /** What an account is called that a test makes. */
  private static final String TEMP = "temp.person";

  private static final String SECOND = "temp.second";

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private IdentityService identities;
  @Autowired private AuthorizationService authorizations;
  @Autowired private Accounts accounts;
  @Autowired private Rights rights;
  @Autowired private AccountRecords records;
  @Autowired private JdbcClient db;
  @Autowired private Office office;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    doorkeeperLog().addAppender(log);
  }

  @AfterEach
  void cleanUp() {
    doorkeeperLog().detachAppender(log);
    Stream.of(TEMP, SECOND, "temp.made").forEach(identities::deleteUser);
    records.forget();
  }

  // Nobody ends themselves, and an administrator is left.

  @Test
  void noRouteDeletesOrRenamesTheOnlyAdministratorOrTakesTheRight() {
    Set<Call> calls = calls("admin", Groups.ADMINISTRATORS);
    assertThat(calls).hasSizeGreaterThan(200);
    Caller admin = new Caller("admin");

    for (Call call : calls) {
      HttpResponse<String> answer = admin.send(call);

      assertThat(identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).list())
          .as(call + " -> " + answer.body())
          .extracting(User::getId, User::getFirstName, User::getLastName)
          .containsExactly(tuple("admin", "Anna", "Keller"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/user/admin, Nobody deletes their own account",
    "/group/camunda-admin, The group of the administrators stays",
    "/group/camunda-admin/members/admin, This is the only administrator"
  })
  void theLastAdministratorIsToldWhy(String path, String why) {
    HttpResponse<String> rest = Visitor.program(port, "admin").delete("/engine-rest" + path);
    HttpResponse<String> admin =
        Visitor.person(port, "admin")
            .inTasklist()
            .delete("/camunda/api/engine/engine/default" + path);

    assertThat(rest.statusCode()).isEqualTo(400);
    assertThat(rest.body()).contains(why);
    assertThat(admin.statusCode()).isEqualTo(400);
    assertThat(admin.body()).contains(why);
  }

  @Test
  void theLastAdministratorIsNotDeletedByAnotherWhoMayDeleteAccounts() {
    add(TEMP);
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId(TEMP);
    right.setResource(Resources.USER);
    right.setResourceId("*");
    right.addPermission(Permissions.DELETE);
    authorizations.saveAuthorization(right);
    try {
      HttpResponse<String> answer =
          person(TEMP).inTasklist().delete("/camunda/api/engine/engine/default/user/admin");

      assertThat(answer.statusCode()).isIn(400, 403);
      assertThat(identities.createUserQuery().userId("admin").count()).isEqualTo(1);
    } finally {
      authorizations.deleteAuthorization(right.getId());
    }
  }

  @Test
  void oneOfTwoAdministratorsMayGo() {
    add(TEMP, Groups.ADMINISTRATORS);

    assertThat(Visitor.program(port, "admin").delete("/engine-rest/user/" + TEMP).statusCode())
        .isEqualTo(204);
  }

  @Test
  void twoAdministratorsAtOnceDoNotTakeEachOtherOut() {
    add(TEMP, Groups.ADMINISTRATORS);
    String members = "/engine-rest/group/camunda-admin/members/";
    try {
      for (int each = 0; each < 5; each++) {
        CompletableFuture.allOf(
                CompletableFuture.runAsync(
                    () -> Visitor.program(port, "admin").delete(members + TEMP)),
                CompletableFuture.runAsync(
                    () -> Visitor.program(port, TEMP).delete(members + "admin")))
            .join();

        assertThat(identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count())
            .isEqualTo(1);
        Stream.of(TEMP, "admin").forEach(this::makeAdministrator);
      }
    } finally {
      makeAdministrator("admin");
    }
  }

  @Test
  void anAdministratorGivesAGroupAnotherName() {
    Visitor admin = Visitor.program(port, "admin");
    String before = identities.createGroupQuery().groupId(Groups.PLANNERS).singleResult().getName();

    HttpResponse<String> answer =
        admin.put(
            "/engine-rest/group/" + Groups.PLANNERS,
            "{\"id\": \"%s\", \"name\": \"Planning staff\", \"type\": \"WORKFLOW\"}"
                .formatted(Groups.PLANNERS));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(identities.createGroupQuery().groupId(Groups.PLANNERS).singleResult().getName())
        .isEqualTo("Planning staff");
    admin.put(
        "/engine-rest/group/" + Groups.PLANNERS,
        "{\"id\": \"%s\", \"name\": \"%s\", \"type\": \"WORKFLOW\"}"
            .formatted(Groups.PLANNERS, before));
  }

  private void makeAdministrator(String account) {
    if (identities.createGroupQuery().groupMember(account).groupId(Groups.ADMINISTRATORS).count()
        == 0) {
      identities.createMembership(account, Groups.ADMINISTRATORS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "delegate-fr", "manager", "executive"})
  void noRouteDeletesOrRenamesTheAccountOfStaff(String account) {
    User before = user(account);

    Caller caller = new Caller(account);
    calls(account, account).stream()
        .filter(call -> call.path().contains("/user/"))
        .forEach(caller::send);

    assertThat(user(account).getFirstName()).isEqualTo(before.getFirstName());
    assertThat(user(account).getLastName()).isEqualTo(before.getLastName());
  }

  @Test
  void anAccountFromBeforeLosesTheRightToDeleteItself() {
    add(TEMP);
    Authorization own =
        authorizations
            .createAuthorizationQuery()
            .userIdIn(TEMP)
            .resourceType(Resources.USER)
            .singleResult();
    assertThat(own.isPermissionGranted(Permissions.DELETE)).isFalse();
    own.setPermissions(new Permissions[] {Permissions.ALL});
    authorizations.saveAuthorization(own);

    rights.grant();

    Authorization mended =
        authorizations.createAuthorizationQuery().authorizationId(own.getId()).singleResult();
    assertThat(mended.isPermissionGranted(Permissions.DELETE)).isFalse();
    assertThat(mended.isPermissionGranted(Permissions.UPDATE)).isTrue();
  }

  @Test
  void aProfileIsNotWrittenOverAnotherAccount() {
    add(TEMP);
    add(SECOND);

    HttpResponse<String> answer =
        Visitor.program(port, "admin")
            .put(
                "/engine-rest/user/" + TEMP + "/profile",
                "{\"id\":\"%s\",\"firstName\":\"A\",\"lastName\":\"B\"}".formatted(SECOND));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("An account keeps its id");
    assertThat(user(SECOND).getFirstName()).isEqualTo("Tess");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LONG",
        "a@b.example\\r\\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "a@b.example;c@d.example",
        "Name <a@b.example>",
        "a b@c.example",
        "nobody",
        "a@b@c.example"
      })
  void anAddressOfMailIsOneAndNothingElse(String address) {
    add(TEMP);
    String given = address.equals("LONG") ? "a".repeat(300) + "@b.example" : address;
    String profile =
        "{\"id\":\"%s\",\"firstName\":\"Tess\",\"lastName\":\"Maker\",\"email\":\"%s\"}"
            .formatted(TEMP, given);

    HttpResponse<String> answer =
        Visitor.program(port, "admin").put("/engine-rest/user/" + TEMP + "/profile", profile);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("email", "must be one address of mail");
    assertThat(user(TEMP).getEmail()).isNotEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({"Bruno Keller for, Ada Lindqvist", "bruno/, ada", "Bruno, Keller for Ada"})
  void nobodyIsCalledAsADeputySigns(String first, String last) {
    add(TEMP);

    HttpResponse<String> answer =
        Visitor.program(port, "admin")
            .put(
                "/engine-rest/user/" + TEMP + "/profile",
                "{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\"}"
                    .formatted(TEMP, first, last));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("reads like somebody who acts in the place");
  }

  // Passwords.

  @ParameterizedTest
  @CsvSource({
    "short, it must have at least 12 characters",
    "aaaaaaaaaaaaaaaa, it must have at least 5 different characters",
    "temp.made-2026, 'it must not contain the account'",
    "Quentin of 2026, 'it must not contain the account'"
  })
  void aBadPasswordIsRefusedWithTheReason(String password, String why) {
    String user =
        """
        {"profile":{"id":"temp.made","firstName":"Quentin","lastName":"N"},
         "credentials":{"password":"%s"}}
        """
            .formatted(password);

    for (HttpResponse<String> answer :
        List.of(
            Visitor.program(port, "admin").post("/engine-rest/user/create", user),
            Visitor.person(port, "admin")
                .inTasklist()
                .post("/camunda/api/engine/engine/default/user/create", user))) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("The password is not taken: ", why);
    }
    assertThat(identities.createUserQuery().userId("temp.made").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "group", "tenant"})
  void whatAnIdIsMadeOfIsToldToWhoeverMakesOne(String what) {
    for (String id : List.of("\u10dc\u10d8\u10dc\u10dd", "anna keller", "<b>x", "-a")) {
      HttpResponse<String> answer =
          Visitor.program(port, "admin")
              .post(
                  "/engine-rest/%s/create".formatted(what),
                  what.equals("user")
                      ? "{\"profile\":{\"id\":\"%s\"},\"credentials\":{\"password\":\"%s\"}}"
                          .formatted(id, GOOD)
                      : "{\"id\":\"%s\",\"name\":\"n\"}".formatted(id));

      assertThat(answer.statusCode()).as(id).isEqualTo(400);
      assertThat(answer.body()).as(id).contains("id: is made of letters from a to z");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"firstName", "lastName"})
  void whatAnAccountIsCalledIsOneLineThatCanBeRead(String field) {
    add(TEMP);
    for (String bad : List.of("Anna\\r\\nBcc: x", "Anna\\n", "An\\u0007na", "An\\u202ena", "\\t")) {
      String profile = "{\"id\":\"%s\",\"%s\":\"%s\"}";
      for (HttpResponse<String> answer :
          List.of(
              Visitor.program(port, "admin")
                  .post(
                      "/engine-rest/user/create",
                      "{\"profile\":%s,\"credentials\":{\"password\":\"%s\"}}"
                          .formatted(profile.formatted("temp.made", field, bad), GOOD)),
              Visitor.person(port, "admin")
                  .inTasklist()
                  .put(
                      "/camunda/api/engine/engine/default/user/" + TEMP + "/profile",
                      profile.formatted(TEMP, field, bad)))) {
        assertThat(answer.statusCode()).as(bad).isEqualTo(400);
        assertThat(answer.body()).as(bad).contains(field + ": ");
      }
    }
    assertThat(identities.createUserQuery().userId("temp.made").count()).isZero();
  }

  @Test
  void whoeverIsInAGroupAlreadyIsNotAddedToItAgain() {
    HttpResponse<String> answer =
        Visitor.program(port, "admin").put("/engine-rest/group/analysts/members/analyst", "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("This account is in the group already.");
  }

  @Test
  void adminShowsTheRulesBeforehand() {
    Visitor admin = Visitor.person(port, "admin").inTasklist();

    assertThat(admin.get("/camunda/api/engine/engine/default/identity/password-policy").body())
        .contains("PASSWORD_POLICY_LENGTH", "PASSWORD_POLICY_USER_DATA", "5 different characters");
  }

  @Test
  void aPersonChangesTheOwnPasswordAndLogsInAgain() {
    add(TEMP);
    Visitor person = person(TEMP).inTasklist();
    String own = "/camunda/api/engine/engine/default/user/" + TEMP + "/credentials";
    String change = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}";

    HttpResponse<String> tooShort = person.put(own, change.formatted("short", "chancery"));
    HttpResponse<String> guessed = person.put(own, change.formatted(GOOD, "guess"));
    HttpResponse<String> changed = person.put(own, change.formatted(GOOD, "chancery"));

    assertThat(tooShort.statusCode()).isEqualTo(400);
    assertThat(tooShort.body()).contains("at least 12 characters");
    assertThat(guessed.statusCode()).isEqualTo(400);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    assertThat(status(TEMP, "chancery", "198.51.100.1")).isEqualTo(401);
    assertThat(status(TEMP, GOOD, "198.51.100.1")).isEqualTo(200);
  }

  @Test
  void passwordsAreStoredWithASlowHash() {
    add(TEMP);

    assertThat(hash(TEMP)).startsWith("{bcrypt-sha256}$2a$04$");
  }

  @Test
  void anOldHashIsReplacedAtTheNextLoginAndOtherSessionsGoOn() {
    add(TEMP);
    Visitor earlier = person(TEMP);
    String old =
        new PasswordManager(new Sha512HashDigest(), List.of()).encrypt("chancery" + "salt");
    db.sql("update act_id_user set pwd_ = :old, salt_ = 'salt' where id_ = :id")
        .param("old", old)
        .param("id", TEMP)
        .update();
    records.forget();

    assertThat(status(TEMP, "guess", "198.51.100.2")).isEqualTo(401);
    assertThat(hash(TEMP)).isEqualTo(old);
    assertThat(status(TEMP, "chancery", "198.51.100.2")).isEqualTo(200);
    assertThat(hash(TEMP)).startsWith("{bcrypt-sha256}");
    assertThat(status(TEMP, "chancery", "198.51.100.2")).isEqualTo(200);
    assertThat(earlier.get("/engine-rest/task").statusCode()).isEqualTo(200);
  }

  @Test
  void theAdministratorOfTheEnvironmentIsRecoveredWhateverWasBefore() {
    add(TEMP);
    Visitor before = person(TEMP);
    guess(TEMP, "198.51.100.3", 6);

    start(new PeopleSettings.Admin(TEMP, GOOD, true));

    assertThat(status(TEMP, GOOD, "198.51.100.4")).isEqualTo(200);
    assertThat(identities.createGroupQuery().groupMember(TEMP).list())
        .extracting(Group::getId)
        .containsExactly(Groups.ADMINISTRATORS);
    assertThat(before.get("/engine-rest/task").statusCode()).isEqualTo(401);
  }

  @Test
  void theStartSaysWhichRuleThePasswordOfTheEnvironmentBreaks() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> start(new PeopleSettings.Admin(TEMP, "short", true)))
        .withMessage(
            "CHANCERY_ADMIN_PASSWORD: The password is not taken: it must have at least 12"
                + " characters.");
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> accounts.addAdministrator(TEMP, TEMP + " 2026"))
        .withMessageContaining("it must not contain the account");
    assertThat(identities.createUserQuery().userId(TEMP).count()).isZero();
  }

  private void start(PeopleSettings.Admin admin) {
    new People(
            new PeopleSettings(false, admin),
            accounts,
            application.getBean(DelegatingCountries.class),
            rights,
            application.getBean(SharedFilters.class),
            application.getBean(ServerProperties.class),
            application.getBeanProvider(ProviderRoles.class))
        .afterSingletonsInstantiated();
  }

  // Guesses.

  /** The first wait is a second, and a machine that has much else to do takes longer to ask. */
  private void timeStandsStill() {
    office.setClock(office.now());
  }

  @Test
  void whoeverGuessesWaitsAndTheOwnerElsewhereDoesNot() {
    timeStandsStill();
    add(TEMP);
    guess(TEMP, "198.51.100.10", 6);

    HttpResponse<String> guesser = call(TEMP, "chancery", "198.51.100.10");

    assertThat(guesser.statusCode()).isEqualTo(429);
    assertThat(guesser.headers().firstValue("Retry-After")).contains("1");
    assertThat(guesser.body()).contains("Too many wrong passwords", "Try again in 1 second.");
    assertThat(status(TEMP, "chancery", "198.51.100.11")).isEqualTo(200);
    assertThat(loginPage(TEMP, "chancery", "198.51.100.12").statusCode()).isEqualTo(302);
  }

  @Test
  void theLoginPageSaysHowLongToWait() {
    timeStandsStill();
    add(TEMP);
    guess(TEMP, "198.51.100.20", 6);

    HttpResponse<String> answer = loginPage(TEMP, "chancery", "198.51.100.20");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("<h1>Log in</h1>", "Try again in 1 second.");
  }

  @Test
  void aHundredGuessesLockNobodyForGood() {
    add(TEMP);
    Instant now = Instant.now();
    for (int each = 0; each < 100; each++) {
      office.setClock(now.plus(Duration.ofMinutes(2L * each)));
      assertThat(status(TEMP, "guess " + each, "198.51.100.30")).isEqualTo(401);
    }

    assertThat(status(TEMP, "chancery", "198.51.100.30")).isEqualTo(429);
    office.setClock(office.now().plus(Duration.ofSeconds(61)));
    assertThat(status(TEMP, "chancery", "198.51.100.30")).isEqualTo(200);
  }

  @Test
  void guessesOverManyAccountsAreSlowedAndThoseKnownThereAreNot() {
    timeStandsStill();
    add(TEMP);
    add(SECOND);
    assertThat(status(TEMP, "chancery", "198.51.100.40")).isEqualTo(200);
    IntStream.range(0, 31)
        .forEach(each -> assertThat(status("n" + each, "x", "198.51.100.40")).isEqualTo(401));

    assertThat(status("n31", "x", "198.51.100.40")).isEqualTo(429);
    assertThat(status(SECOND, "chancery", "198.51.100.40")).isEqualTo(429);
    assertThat(status(TEMP, "chancery", "198.51.100.40")).isEqualTo(200);
    assertThat(status(SECOND, "chancery", "198.51.100.41")).isEqualTo(200);
  }

  @Test
  void anUnknownNameIsAnsweredAsAKnownOne() {
    timeStandsStill();
    add(TEMP);
    for (int each = 0; each < 8; each++) {
      HttpResponse<String> known = call(TEMP, "guess", "198.51.100.50");
      HttpResponse<String> unknown = call("nobody.here", "guess", "198.51.100.50");

      assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
      assertThat(withoutItsOwnId(unknown)).isEqualTo(withoutItsOwnId(known));
    }
  }

  /** Every request has an id, which tells nothing. */
  private static String withoutItsOwnId(HttpResponse<String> answer) {
    return answer.body().replaceFirst("\"requestId\":\"[0-9a-f]{12}\"", "");
  }

  @Test
  void anotherAddressOfTheSameNetworkOfVersionSixIsTheSame() {
    timeStandsStill();
    add(TEMP);
    guess(TEMP, "2001:db8:1:2::1", 6);

    assertThat(status(TEMP, "chancery", "2001:db8:1:2:ffff::2")).isEqualTo(429);
    assertThat(status(TEMP, "chancery", "2001:db8:1:3::1")).isEqualTo(200);
  }

  @Test
  void loginsGoodAndBadAreLoggedWithoutThePassword() {
    add(TEMP);
    call(TEMP, "a secret guess", "198.51.100.60");
    call("evil\n2026 INFO forged", "a secret guess", "198.51.100.60");
    loginPage(TEMP, "chancery", "198.51.100.60");

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains(
            "Login of '" + TEMP + "' from 198.51.100.60 refused",
            "Login of 'evil?2026 INFO forged' from 198.51.100.60 refused",
            "Login of '" + TEMP + "' from 198.51.100.60")
        .noneMatch(line -> line.contains("secret") || line.contains("chancery"));
  }

  @Test
  void theEngineTakesNoMoreGuessesThanTheLogin() {
    timeStandsStill();
    add(TEMP);
    Visitor admin = Visitor.program(port, "admin").with("X-Forwarded-For", "198.51.100.70");
    String attempt = "{\"username\":\"" + TEMP + "\",\"password\":\"%s\"}";

    for (int each = 0; each < 6; each++) {
      assertThat(admin.post("/engine-rest/identity/verify", attempt.formatted("guess")).body())
          .contains("\"authenticated\":false");
    }
    HttpResponse<String> next =
        admin.post("/engine-rest/identity/verify", attempt.formatted("chancery"));

    assertThat(next.statusCode()).isEqualTo(400);
    assertThat(next.body()).contains("Too many wrong passwords");
  }

  @Test
  void theWebappsHaveNoLoginOfTheirOwn() {
    Visitor analyst = Visitor.person(port, "analyst").inTasklist();

    HttpResponse<String> answer =
        analyst.send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "username=admin&password=chancery",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  // Sessions.

  @Test
  void aSessionEndsWithItsAccount() {
    add(TEMP, Groups.ANALYSTS);
    Visitor person = person(TEMP).inTasklist();
    assertThat(person.get("/engine-rest/task").statusCode()).isEqualTo(200);

    assertThat(Visitor.program(port, "admin").delete("/engine-rest/user/" + TEMP).statusCode())
        .isEqualTo(204);

    assertIsOut(person);
  }

  @Test
  void anAccountOfTheSameNameMakesNoOldSessionGood() {
    add(TEMP);
    Visitor person = person(TEMP).inTasklist();
    identities.deleteUser(TEMP);
    add(TEMP);

    assertIsOut(person);
  }

  @Test
  void aSessionEndsWithThePassword() {
    add(TEMP);
    Visitor person = person(TEMP).inTasklist();

    HttpResponse<String> changed =
        Visitor.program(port, "admin")
            .put(
                "/engine-rest/user/" + TEMP + "/credentials",
                "{\"password\":\"%s\",\"authenticatedUserPassword\":\"chancery\"}".formatted(GOOD));

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    assertIsOut(person);
  }

  @Test
  void aSessionHasTheGroupsOfTheAccountAtOnce() {
    add(TEMP, Groups.ADMINISTRATORS);
    Visitor person = person(TEMP).inTasklist();
    String users = "/camunda/api/engine/engine/default/user/admin/profile";
    assertThat(person.open("/programmes").body()).contains("Admin");
    assertThat(person.get(users).statusCode()).isEqualTo(200);

    assertThat(
            Visitor.program(port, "admin")
                .delete("/engine-rest/group/camunda-admin/members/" + TEMP)
                .statusCode())
        .isEqualTo(204);

    assertThat(person.get(users).statusCode()).isNotEqualTo(200);
    assertThat(person.open("/programmes").body()).doesNotContain("/camunda/app/admin");
    assertThat(
            person.json("/camunda/api/admin/auth/user/default").path("authorizedApps").toString())
        .doesNotContain("admin");

    identities.createMembership(TEMP, Groups.MANAGERS);
    assertThat(person.open("/programmes").body()).contains("/camunda/app/cockpit");
  }

  @Test
  void whatAnotherNodeChangesIsKnownWithinSeconds() {
    add(TEMP);
    Visitor person = person(TEMP);
    assertThat(person.get("/engine-rest/task").statusCode()).isEqualTo(200);
    db.sql("insert into ended_sessions (account, ended_at) values (:id, current_timestamp)")
        .param("id", TEMP)
        .update();

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(person.get("/engine-rest/task").statusCode()).isEqualTo(401));
  }

  @Test
  void anAdministratorEndsSessions() {
    add(TEMP);
    Visitor person = person(TEMP).inTasklist();
    Visitor other = person(TEMP).inTasklist();

    assertThat(
            Visitor.program(port, "admin").delete("/api/v1/sessions?account=" + TEMP).statusCode())
        .isEqualTo(204);

    assertIsOut(person);
    assertIsOut(other);
    assertThat(person(TEMP).get("/engine-rest/task").statusCode()).isEqualTo(200);
    assertThat(
            Visitor.program(port, "admin").delete("/api/v1/sessions?account=no.one").statusCode())
        .isEqualTo(404);
    assertThat(Visitor.program(port, "admin").delete("/api/v1/sessions").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "manager", "executive", "delegate-fr"})
  void nobodyElseEndsSessions(String account) {
    assertThat(Visitor.program(port, account).delete("/api/v1/sessions?account=admin").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoeverIsOutIsToldThatTheSessionEnded() {
    add(TEMP);
    Visitor person = person(TEMP);
    identities.deleteUser(TEMP);

    assertThat(Visitor.location(person.open("/programmes"))).isEqualTo("/login?ended");
    assertThat(Visitor.location(person.open("/programmes"))).isEqualTo("/login");
  }

  /** From every way into the office. */
  private static void assertIsOut(Visitor person) {
    for (String path :
        List.of(
            "/programmes",
            "/api/v1/programmes",
            "/engine-rest/task",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/admin/auth/user/default")) {
      assertThat(person.get(path).statusCode()).as(path).isEqualTo(401);
    }
  }

  private void add(String account, String... groups) {
    User user = identities.newUser(account);
    user.setFirstName("Tess");
    user.setLastName("Temporary");
    user.setPassword("chancery");
    ((IdentityServiceImpl) identities).saveUser(user, true);
    for (String group : groups) {
      identities.createMembership(account, group);
    }
  }

  private User user(String account) {
    return identities.createUserQuery().userId(account).singleResult();
  }

  private String hash(String account) {
    return db.sql("select pwd_ from act_id_user where id_ = :id")
        .param("id", account)
        .query(String.class)
        .single();
  }

  private Visitor person(String account) {
    return Visitor.person(port, account);
  }

  private Visitor from(String address) {
    return Visitor.stranger(port).with("X-Forwarded-For", address);
  }

  private HttpResponse<String> call(String account, String password, String address) {
    return from(address)
        .with("Authorization", Visitor.basic(account, password))
        .get("/api/v1/programmes");
  }

  private int status(String account, String password, String address) {
    return call(account, password, address).statusCode();
  }

  private void guess(String account, String address, int times) {
    for (int each = 0; each < times; each++) {
      assertThat(status(account, "guess " + each, address)).isEqualTo(401);
    }
  }

  private HttpResponse<String> loginPage(String account, String password, String address) {
    Visitor visitor = from(address);
    visitor.open("/login");
    return visitor.postForm("/login", Map.of("username", account, "password", password));
  }

  /** What changes or deletes one thing of the engine's, at both of its addresses. */
  private Set<Call> calls(String... names) {
    return Routes.ofEngine().stream()
        .filter(route -> Set.of("DELETE", "PUT").contains(route.method()))
        .flatMap(
            route ->
                Stream.of(names)
                    .flatMap(
                        first -> Stream.of(names).map(second -> Call.of(route, first, second))))
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * @param name what stands in the first place of the path
   */
  private record Call(String method, String path, String name) {

    /** Empty if the path names no thing. */
    static Optional<Call> of(Routes.Route route, String first, String second) {
      Matcher place = PLACE.matcher(route.path().replace("/engine/{name}", "/engine/default"));
      if (!place.find()) {
        return Optional.empty();
      }
      StringBuilder path = new StringBuilder();
      place.appendReplacement(path, first);
      while (place.find()) {
        place.appendReplacement(path, second);
      }
      return Optional.of(new Call(route.method(), place.appendTail(path).toString(), first));
    }
  }

  /** An account as a program at the REST interface and as a person in the webapps. */
  private final class Caller {

    private final Visitor program;
    private final Visitor person;

    Caller(String account) {
      program = Visitor.program(port, account);
      person = Visitor.person(port, account).inTasklist();
    }

    HttpResponse<String> send(Call call) {
      String body =
          """
          {"id":"%s","firstName":"Renamed","lastName":"Person","email":"a@b.example"}
          """
              .formatted(call.name());
      return (call.path().startsWith("/engine-rest") ? program : person)
          .send(call.method(), call.path(), body);
    }
  }

  private static Logger doorkeeperLog() {
    return (Logger) LoggerFactory.getLogger(Doorkeeper.class);
  }
}
