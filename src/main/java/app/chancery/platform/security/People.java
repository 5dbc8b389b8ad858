package app.chancery.platform.security;

import app.chancery.platform.people.DelegatingCountries;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.signon.ProviderRoles;
import app.chancery.platform.start.CannotStart;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
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
  private final DelegatingCountries countries;
  private final Rights rights;
  private final SharedFilters filters;
  private final ServerProperties server;
  private final ObjectProvider<ProviderRoles> roles;

  People(
      PeopleSettings settings,
      Accounts accounts,
      DelegatingCountries countries,
      Rights rights,
      SharedFilters filters,
      ServerProperties server,
      ObjectProvider<ProviderRoles> roles) {
    this.settings = settings;
    this.accounts = accounts;
    this.countries = countries;
    this.rights = rights;
    this.filters = filters;
    this.server = server;
    this.roles = roles;
  }

  @Override
  public void afterSingletonsInstantiated() {
    accounts.addGroups();
    roles.ifAvailable(found -> found.refuseUnknownGroups(accounts::isGroup));
    rights.grant();
    filters.create();
    if (settings.sampleAccounts()) {
      refuseToOfferSamplesToOthers();
      SampleAccounts.addTo(accounts, countries);
    }
    addAdministrator();
  }

  private void refuseToOfferSamplesToOthers() {
    InetAddress address = server.getAddress();
    if (address == null || !address.isLoopbackAddress()) {
      throw new CannotStart(
          "The sample accounts, whose password everybody knows, would be open to other machines.",
          "Leave server.address at 127.0.0.1 with the profile 'local', or start with another"
              + " profile: it has no sample accounts.");
    }
  }

  private void addAdministrator() {
    PeopleSettings.Admin admin = settings.admin();
    if (admin.recovery()) {
      recover(admin);
    } else if (admin.given() && !accounts.hasAdministrator()) {
      takingThePassword(() -> accounts.addAdministrator(admin.user(), admin.password()));
      LOG.info("The administrator '{}' was created from the environment.", admin.user());
    }
    if (!accounts.hasAdministrator()) {
      throw new CannotStart(
          "Chancery has no administrator yet. It does not start without one, because then anybody"
              + " could make themselves one.",
          "Set CHANCERY_ADMIN_USER and CHANCERY_ADMIN_PASSWORD in the environment and start again."
              + " They are needed for the first start only. To try Chancery on your own machine,"
              + " start it with the profile 'local'.");
    }
  }

  private void recover(PeopleSettings.Admin admin) {
    if (!admin.given()) {
      throw new CannotStart(
          "CHANCERY_ADMIN_RECOVERY is set, but not whom to recover.",
          "Set CHANCERY_ADMIN_USER and CHANCERY_ADMIN_PASSWORD too, or take"
              + " CHANCERY_ADMIN_RECOVERY away.");
    }
    takingThePassword(() -> accounts.recoverAdministrator(admin.user(), admin.password()));
    LOG.warn(
        "The account '{}' is an administrator with the password of the environment, and its"
            + " sessions have ended. Take CHANCERY_ADMIN_RECOVERY away before the next start.",
        admin.user());
  }

  private static void takingThePassword(Runnable action) {
    try {
      action.run();
    } catch (Refused refused) {
      throw new CannotStart(
          "CHANCERY_ADMIN_PASSWORD: " + refused.getMessage(), "Set another one and start again.");
    }
  }
}
