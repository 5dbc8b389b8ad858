package app.chancery.platform.security;

import app.chancery.platform.people.DelegatingCountries;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups and accounts. Adding what exists already changes nothing. */
@Service
public class Accounts {

  /** What a name in the engine's tables of users and groups may have, in characters. */
  private static final int LONGEST_NAME = 255;

  private final IdentityService identities;
  private final DelegatingCountries countries;
  private final Rights rights;

  Accounts(IdentityService identities, DelegatingCountries countries, Rights rights) {
    this.identities = identities;
    this.countries = countries;
    this.rights = rights;
  }

  /**
   * The group of an Ally's delegation; called at start for all, and when a candidate accedes.
   *
   * @param ally ISO 3166-1 alpha-2 code
   */
  public void addDelegation(String ally, String name) {
    addDelegationGroup(ally, name);
    rights.delegationsMayStart(List.of(Delegations.groupOf(ally)));
  }

  private void addDelegationGroup(String ally, String name) {
    addGroup(Delegations.groupOf(ally), Words.of("Group.delegation.name").formatted(name));
  }

  @Transactional
  void addGroups() {
    Groups.names().forEach(this::addGroup);
    Groups.rights().forEach(this::addGroup);
    countries.today().forEach(this::addDelegationGroup);
    rights.delegationsMayStart(
        countries.today().keySet().stream().map(Delegations::groupOf).toList());
  }

  boolean hasAdministrator() {
    return identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0;
  }

  /**
   * An account to try, whose password everybody knows: no rule is asked about it.
   *
   * @param password an existing account keeps its own
   */
  @Transactional
  void addSample(String id, String firstName, String lastName, String password, String group) {
    if (isFree(id)) {
      ((IdentityServiceImpl) identities).saveUser(account(id, firstName, lastName, password), true);
    }
    join(id, group);
  }

  /**
   * @param password an existing account keeps its own
   * @throws app.chancery.platform.refusal.Refused naming the rules that the password breaks
   */
  @Transactional
  void addAdministrator(String id, String password) {
    if (isFree(id)) {
      identities.saveUser(account(id, "Administrator", "", password));
    }
    join(id, Groups.ADMINISTRATORS);
  }

  /**
   * An administrator of that name with that password, whatever was before.
   *
   * @throws app.chancery.platform.refusal.Refused naming the rules that the password breaks
   */
  @Transactional
  void recoverAdministrator(String id, String password) {
    User existing = identities.createUserQuery().userId(id).singleResult();
    if (existing != null) {
      existing.setPassword(password);
      identities.saveUser(existing);
    }
    addAdministrator(id, password);
  }

  private boolean isFree(String id) {
    return identities.createUserQuery().userId(id).count() == 0;
  }

  private User account(String id, String firstName, String lastName, String password) {
    User user = identities.newUser(id);
    user.setFirstName(fitting(firstName));
    user.setLastName(fitting(lastName));
    user.setEmail(id.toLowerCase(Locale.ROOT) + "@chancery.example");
    user.setPassword(password);
    return user;
  }

  private void join(String id, String group) {
    if (identities.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
      identities.createMembership(id, group);
    }
  }

  boolean isGroup(String id) {
    return identities.createGroupQuery().groupId(id).count() > 0;
  }

  private void addGroup(String id, String name) {
    if (!isGroup(id)) {
      Group group = identities.newGroup(id);
      group.setName(fitting(name));
      group.setType(Groups.ADMINISTRATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
      identities.saveGroup(group);
    }
  }

  /** Countries may have longer names; here the beginning is enough. */
  private static String fitting(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
