package app.chancery.platform.signon;

import app.chancery.platform.people.Absences;
import app.chancery.platform.people.Account;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Names;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine's accounts and groups, whichever interface they are changed by: nobody deletes or
 * renames themselves, an administrator is left, and a session does not outlive what it stands on.
 */
public class GuardedIdentities extends DbIdentityServiceProvider {

  /** An account may read itself and change its password. */
  public static final Permission[] OVER_ONESELF = {Permissions.READ, Permissions.UPDATE};

  /** What the engine's table has room for, in characters. */
  private static final int LONGEST_NAME = 255;

  /** Of any address of mail, in characters (RFC 5321, with the brackets of a path left out). */
  private static final int LONGEST_ADDRESS = 254;

  /** One address, without a name beside it or anything that begins another one. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@<>(),;:\"\\[\\]\\\\]+@[^\\s\\p{Cntrl}@<>(),;:\"\\[\\]\\\\]+");

  private final AccountRecords records;
  private final Doorkeeper doorkeeper;
  private final Absences absences;

  GuardedIdentities(AccountRecords records, Doorkeeper doorkeeper, Absences absences) {
    this.records = records;
    this.doorkeeper = doorkeeper;
    this.absences = absences;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    UserEntity account = (UserEntity) user;
    checkMaySave(account);
    refuseUnseen(account);
    if (account.getRevision() > 0) {
      refuseRenaming(account);
      if (account.hasNewPassword()) {
        refuseOfProvider(account.getId());
        records.endSessions(account.getId());
      }
    }
    forgetAfterwards();
    return super.saveUser(user);
  }

  /** A name is one line that can be read, wherever it is told. */
  private static void refuseUnseen(UserEntity account) {
    Faults faults = new Faults();
    check(account.getFirstName(), "firstName", faults);
    check(account.getLastName(), "lastName", faults);
    String name = Names.of("", account.getFirstName(), account.getLastName());
    faults.check(
        !Signatures.readsLikeTwo(name), "lastName", Words.of("guardedIdentities.readsLikeTwo"));
    checkAddress(account.getEmail(), faults);
    faults.refuseIfAny();
  }

  /** Which fields of an account hold what is refused. */
  static Set<String> refused(User account) {
    try {
      refuseUnseen((UserEntity) account);
      return Set.of();
    } catch (Refused e) {
      return e.faults().stream().map(Fault::field).collect(Collectors.toSet());
    }
  }

  private static void checkAddress(String address, Faults faults) {
    if (address != null && !address.isBlank()) {
      faults.check(
          address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches(),
          "email",
          Words.of("guardedIdentities.oneAddress").formatted(LONGEST_ADDRESS));
    }
  }

  private static void check(String text, String field, Faults faults) {
    if (text != null && PlainText.checkLine(text, field, faults)) {
      faults.check(
          text.codePoints().noneMatch(Character::isISOControl),
          field,
          Words.of("plainText.holdsMoreThanOneLine"));
      faults.check(
          text.length() <= LONGEST_NAME,
          field,
          Words.of("dossierReader.isLongerThanCharacters").formatted(LONGEST_NAME));
    }
  }

  void checkMaySave(UserEntity account) {
    if (account.getRevision() == 0) {
      checkAuthorization(Permissions.CREATE, Resources.USER, null);
    } else {
      checkAuthorization(Permissions.UPDATE, Resources.USER, account.getId());
    }
  }

  @Override
  public IdentityOperationResult deleteUser(String id) {
    if (isActing(id)) {
      throw new Refused("", Words.of("guardedIdentities.nobodyDeletesTheirOwnAccountAnother"));
    }
    checkAuthorization(Permissions.DELETE, Resources.USER, id);
    refuseTakingTheLastAdministrator(id);
    records.endSessions(id);
    records.leave(id, actor());
    tellUncovered();
    forgetAfterwards();
    return super.deleteUser(id);
  }

  @Override
  public IdentityOperationResult createMembership(String user, String group) {
    checkAuthorization(Permissions.CREATE, Resources.GROUP_MEMBERSHIP, group);
    if (createUserQuery(Context.getCommandContext()).userId(user).memberOfGroup(group).count()
        > 0) {
      throw new Refused("", Words.of("guardedIdentities.thisAccountIsInTheGroup"));
    }
    tellUncovered();
    forgetAfterwards();
    return super.createMembership(user, group);
  }

  @Override
  public IdentityOperationResult deleteMembership(String user, String group) {
    if (Groups.ADMINISTRATORS.equals(group)) {
      checkAuthorization(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, group);
      refuseTakingTheLastAdministrator(user);
    }
    tellUncovered();
    forgetAfterwards();
    return super.deleteMembership(user, group);
  }

  @Override
  public IdentityOperationResult deleteGroup(String group) {
    checkAuthorization(Permissions.DELETE, Resources.GROUP, group);
    if (Groups.ADMINISTRATORS.equals(group)) {
      throw new Refused("", Words.of("guardedIdentities.theGroupOfTheAdministratorsStays"));
    }
    tellUncovered();
    forgetAfterwards();
    return super.deleteGroup(group);
  }

  /** Asked by who has logged in already: by Admin before a password is changed, and over REST. */
  @Override
  public boolean checkPassword(String id, String password) {
    if (id == null || password == null) {
      return false;
    }
    if (isActing(id)) {
      refuseOfProvider(id);
    }
    try {
      doorkeeper.admit(id, password, address());
      return true;
    } catch (TooManyAttempts wait) {
      throw new Refused("", wait.sentence());
    } catch (AuthenticationException wrong) {
      return false;
    }
  }

  /** The engine would give everybody every right to themselves. */
  @Override
  protected void createDefaultAuthorizations(UserEntity account) {
    if (isAuthorizationEnabled()) {
      AuthorizationEntity own = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
      own.setUserId(account.getId());
      own.setResource(Resources.USER);
      own.setResourceId(account.getId());
      own.setPermissions(OVER_ONESELF);
      saveDefaultAuthorizations(new AuthorizationEntity[] {own});
    }
  }

  /**
   * A profile is sent with the account's id in it, too. With another one the engine would write
   * this account's names and password over those of the other.
   */
  private void refuseRenaming(UserEntity account) {
    Account stored = records.now(account.getId()).orElse(null);
    if (stored == null || !Objects.equals(stored.hash(), account.getPassword())) {
      throw new Refused("id", Words.of("guardedIdentities.anAccountKeepsItsIdAdd"));
    }
    if (isActing(account.getId())
        && !stored.isCalled(account.getFirstName(), account.getLastName())) {
      throw new Refused("", Words.of("guardedIdentities.nobodyRenamesTheirOwnAccountAnother"));
    }
  }

  /** Whose login a provider takes has no password here, and gets none. */
  private void refuseOfProvider(String id) {
    if (records.isOfProvider(id)) {
      throw new Refused("", Words.of("guardedIdentities.ofProvider"));
    }
  }

  private void refuseTakingTheLastAdministrator(String id) {
    List<String> all = records.holdAdministrators();
    if (all.equals(List.of(id))) {
      throw new Refused("", Words.of("guardedIdentities.thisIsTheOnlyAdministratorAdd"));
    }
    // On a day on which the provider is away the others cannot come in.
    if (all.stream().filter(each -> !records.isOfProvider(each)).toList().equals(List.of(id))) {
      throw new Refused("", Words.of("guardedIdentities.onlyAdministratorWithPassword"));
    }
  }

  private static boolean isActing(String id) {
    Authentication person =
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    return person != null && id.equals(person.getUserId());
  }

  private static String actor() {
    Authentication person =
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    return person == null || person.getUserId() == null ? Author.CHANCERY : person.getUserId();
  }

  /** Who acts in whose place is looked at when the engine has written what it was told. */
  private void tellUncovered() {
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(TransactionState.COMMITTING, context -> absences.tellUncovered());
  }

  private void forgetAfterwards() {
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(TransactionState.COMMITTED, context -> records.forget());
  }

  private static String address() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request instanceof ServletRequestAttributes web
        ? web.getRequest().getRemoteAddr()
        : "inside";
  }
}
