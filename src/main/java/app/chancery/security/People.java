package app.chancery.security;

import app.chancery.alliance.Allies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Prepares the office for its people before the first request can come in: groups, rights, shared
 * filters, and an administrator, without whom the application does not start.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class People implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(People.class);

  private final PeopleSettings settings;
  private final Accounts accounts;
  private final Allies allies;
  private final Rights rights;
  private final SharedFilters filters;

  People(
      PeopleSettings settings,
      Accounts accounts,
      Allies allies,
      Rights rights,
      SharedFilters filters) {
    this.settings = settings;
    this.accounts = accounts;
    this.allies = allies;
    this.rights = rights;
    this.filters = filters;
  }

  @Override
  public void afterSingletonsInstantiated() {
    accounts.addGroups();
    rights.grant();
    filters.create();
    if (settings.sampleAccounts()) {
      SampleAccounts.addTo(accounts, allies);
    }
    addAdministrator();
  }

  private void addAdministrator() {
    PeopleSettings.Admin admin = settings.admin();
    if (admin.given() && !accounts.hasAdministrator()) {
      accounts.addAccount(
          admin.user(), "Administrator", "", admin.password(), Groups.ADMINISTRATORS);
      LOG.info("The administrator '{}' was created from the environment.", admin.user());
    }
    if (!accounts.hasAdministrator()) {
      throw new NoAdministrator();
    }
  }
}
