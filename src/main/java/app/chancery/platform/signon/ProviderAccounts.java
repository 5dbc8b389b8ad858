package app.chancery.platform.signon;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.DelegatingCountries;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.ProviderLinks;
import app.chancery.platform.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of those whom the provider knows: made when they come first, with the groups of
 * their roles at each login, and without any when they have no role any more.
 */
@Service
@Profile(ProviderSettings.PROFILE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProviderAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderAccounts.class);

  /** What the engine's table has room for, in characters. */
  private static final int LONGEST_ID = 64;

  /** Of OpenID Connect Core 1.0, section 2. */
  private static final int LONGEST_SUBJECT = 255;

  private final ProviderSettings settings;
  private final ProviderRoles roles;
  private final ProviderLinks links;
  private final AccountRecords records;
  private final IdentityService identities;
  private final DelegatingCountries countries;
  private final Audit audit;
  private final Pattern ids;

  ProviderAccounts(
      ProviderSettings settings,
      ProviderRoles roles,
      ProviderLinks links,
      AccountRecords records,
      IdentityService identities,
      DelegatingCountries countries,
      Audit audit,
      @Value("${camunda.bpm.generic-properties.properties.general-resource-whitelist-pattern}")
          String ids) {
    this.settings = settings;
    this.roles = roles;
    this.links = links;
    this.records = records;
    this.identities = identities;
    this.countries = countries;
    this.audit = audit;
    this.ids = Pattern.compile(ids);
  }

  /**
   * What a token of the provider says.
   *
   * @param subject which the provider gives to nobody else, ever
   * @param at when it said so
   */
  record Said(String issuer, String subject, Instant at, Map<String, Object> claims) {}

  /**
   * Who may come in, or why nobody.
   *
   * @param account null if nobody
   * @param groups by these very words of the provider
   * @param refusal null if somebody may
   */
  record Outcome(String account, Set<String> groups, ProviderRefusal refusal) {

    String admitted() {
      if (refusal != null) {
        throw new ProviderRefused(refusal);
      }
      return account;
    }
  }

  /** Somebody has logged in, or is asked after again. The account follows. */
  @Transactional
  Outcome login(Said said) {
    Optional<ProviderLinks.Link> link = links.hold(said.issuer(), said.subject());
    if (link.isEmpty()) {
      return first(said, true);
    }
    return link.get().isClosed()
        ? refused(said, ProviderRefusal.CLOSED)
        : follow(link.get(), said, true);
  }

  /**
   * A program has come with a token. An account that nobody logs in with follows its newest one;
   * another one is not changed by a token, which may be made for less than its person may do.
   */
  @Transactional
  Outcome program(Said said) {
    Optional<ProviderLinks.Link> link = links.find(said.issuer(), said.subject());
    if (link.isEmpty()) {
      return first(said, false);
    }
    ProviderLinks.Link known = link.get();
    if (known.isClosed()) {
      return refused(said, ProviderRefusal.CLOSED);
    }
    if (!known.byLogin() && said.at().isAfter(known.saidAt())) {
      return links
          .hold(said.issuer(), said.subject())
          .map(held -> follow(held, said, false))
          .orElseGet(() -> refused(said, ProviderRefusal.CLOSED));
    }
    Set<String> groups = standing(said, known.account()).groups();
    return groups.isEmpty()
        ? refused(said, ProviderRefusal.NO_ROLE)
        : new Outcome(known.account(), groups, null);
  }

  private Outcome first(Said said, boolean login) {
    String id = ProviderRoles.text(said.claims(), settings.claims().account()).orElse("");
    Set<String> groups = standing(said, id).groups();
    if (groups.isEmpty()) {
      return refused(said, ProviderRefusal.NO_ROLE);
    }
    if (id.length() > LONGEST_ID
        || !ids.matcher(id).matches()
        || said.subject().length() > LONGEST_SUBJECT) {
      return refused(said, ProviderRefusal.NO_ACCOUNT);
    }
    if (links.isTaken(id)) {
      return refused(said, ProviderRefusal.TAKEN);
    }
    links.add(said.issuer(), said.subject(), id, said.at(), login);
    save(identities.newUser(id), said);
    told(EntityTypes.USER, UserOperationLogEntry.OPERATION_TYPE_CREATE, "userId=" + id);
    groups.forEach(group -> join(id, group));
    LOG.info("The account '{}' was made at its first login by the provider.", id);
    return new Outcome(id, groups, null);
  }

  private Outcome follow(ProviderLinks.Link link, Said said, boolean login) {
    String id = link.account();
    Set<String> groups = standing(said, id).groups();
    Set<String> before = groups(id);
    if (before.contains(Groups.ADMINISTRATORS)
        && !groups.contains(Groups.ADMINISTRATORS)
        && records.holdAdministrators().equals(List.of(id))) {
      end(id);
      return refused(said, ProviderRefusal.ONLY_ADMINISTRATOR);
    }
    links.said(
        said.issuer(),
        said.subject(),
        said.at().isAfter(link.saidAt()) ? said.at() : link.saidAt(),
        link.byLogin() || login);
    if (groups.isEmpty()) {
      // Those given in Admin too: mails, calendars and deputies go by groups and need no login.
      before.forEach(group -> leave(id, group));
      end(id);
      return refused(said, ProviderRefusal.NO_ROLE);
    }
    User account = identities.createUserQuery().userId(id).singleResult();
    save(account, said);
    before.stream()
        .filter(group -> roles.decide(group) && !groups.contains(group))
        .forEach(group -> leave(id, group));
    groups.stream().filter(group -> !before.contains(group)).forEach(group -> join(id, group));
    return new Outcome(id, groups, null);
  }

  private ProviderRoles.Standing standing(Said said, String account) {
    ProviderRoles.Standing standing = roles.standing(said.claims(), countries.today().keySet());
    if (!standing.unknown().isEmpty()) {
      LOG.info(
          "Roles of '{}' that are no group of the office: {}",
          Doorkeeper.inLog(account),
          standing.unknown().stream().map(Doorkeeper::inLog).toList());
    }
    return standing;
  }

  /** Names are the provider's; what it does not say stays. */
  private void save(User account, Said said) {
    ProviderSettings.Claims names = settings.claims();
    ProviderRoles.text(said.claims(), names.givenName()).ifPresent(account::setFirstName);
    ProviderRoles.text(said.claims(), names.familyName()).ifPresent(account::setLastName);
    ProviderRoles.text(said.claims(), names.email()).ifPresent(account::setEmail);
    keepWhatCannotBe(account);
    // It has no password, so no rule is asked about one.
    ((IdentityServiceImpl) identities).saveUser(account, true);
  }

  /** Nobody stays outside because of what they are called: that stays as it was, or is nothing. */
  private void keepWhatCannotBe(User account) {
    Set<String> refused = GuardedIdentities.refused(account);
    if (!refused.isEmpty()) {
      LOG.warn(
          "What the provider says of '{}' cannot be an account's and is left out: {}",
          account.getId(),
          refused);
      Optional<User> before =
          Optional.ofNullable(identities.createUserQuery().userId(account.getId()).singleResult());
      if (refused.contains("email")) {
        account.setEmail(before.map(User::getEmail).orElse(null));
      }
      if (refused.contains("firstName") || refused.contains("lastName")) {
        account.setFirstName(before.map(User::getFirstName).orElse(null));
        account.setLastName(before.map(User::getLastName).orElse(null));
      }
    }
  }

  private Set<String> groups(String account) {
    Set<String> groups = new TreeSet<>();
    identities.createGroupQuery().groupMember(account).list().stream()
        .map(Group::getId)
        .forEach(groups::add);
    return groups;
  }

  private void join(String account, String group) {
    identities.createMembership(account, group);
    membership(UserOperationLogEntry.OPERATION_TYPE_CREATE, account, group);
  }

  private void leave(String account, String group) {
    identities.deleteMembership(account, group);
    membership(UserOperationLogEntry.OPERATION_TYPE_DELETE, account, group);
  }

  private void membership(String what, String account, String group) {
    told(EntityTypes.GROUP_MEMBERSHIP, what, "userId=" + account + " groupId=" + group);
  }

  private void told(String what, String operation, String of) {
    audit.recordOf(
        Author.CHANCERY,
        Act.ADMINISTRATION,
        null,
        what,
        operation + " " + of,
        Words.of("provider.byItsWord"));
  }

  private void end(String account) {
    records.endSessions(account);
    records.forget();
  }

  /** Whoever tried it is in the log, by what the provider says of them. */
  private Outcome refused(Said said, ProviderRefusal why) {
    LOG.warn(
        "'{}', to the provider '{}', is refused: {}",
        ProviderRoles.text(said.claims(), settings.claims().account())
            .map(Doorkeeper::inLog)
            .orElse(""),
        Doorkeeper.inLog(said.subject()),
        why);
    return new Outcome(null, Set.of(), why);
  }
}
