package app.chancery.platform.security;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.Authorization;
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
class GuardedIdentities extends DbIdentityServiceProvider {

  private final AccountRecords records;
  private final Doorkeeper doorkeeper;

  GuardedIdentities(AccountRecords records, Doorkeeper doorkeeper) {
    this.records = records;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    UserEntity account = (UserEntity) user;
    checkMaySave(account);
    refuseUnseen(account);
    if (account.getRevision() > 0) {
      refuseRenaming(account);
      if (account.hasNewPassword()) {
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
    faults.refuseIfAny();
  }

  private static void check(String text, String field, Faults faults) {
    if (text != null && PlainText.check(text, field, faults)) {
      faults.check(
          text.codePoints().noneMatch(Character::isISOControl),
          field,
          Words.of("dossierReader.mustBeOneLine"));
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
    forgetAfterwards();
    return super.createMembership(user, group);
  }

  @Override
  public IdentityOperationResult deleteMembership(String user, String group) {
    if (Groups.ADMINISTRATORS.equals(group)) {
      checkAuthorization(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, group);
      refuseTakingTheLastAdministrator(user);
    }
    forgetAfterwards();
    return super.deleteMembership(user, group);
  }

  @Override
  public IdentityOperationResult deleteGroup(String group) {
    checkAuthorization(Permissions.DELETE, Resources.GROUP, group);
    if (Groups.ADMINISTRATORS.equals(group)) {
      throw new Refused("", Words.of("guardedIdentities.theGroupOfTheAdministratorsStays"));
    }
    forgetAfterwards();
    return super.deleteGroup(group);
  }

  /** Asked by who has logged in already: by Admin before a password is changed, and over REST. */
  @Override
  public boolean checkPassword(String id, String password) {
    if (id == null || password == null) {
      return false;
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
      own.setPermissions(Rights.OVER_ONESELF);
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

  private void refuseTakingTheLastAdministrator(String id) {
    if (records.holdAdministrators().equals(List.of(id))) {
      throw new Refused("", Words.of("guardedIdentities.thisIsTheOnlyAdministratorAdd"));
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
