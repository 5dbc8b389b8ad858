package app.chancery.platform.signon;

import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.ProviderLinks;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The sign-on of a ministry, by OpenID Connect. None of it is looked at without its profile, and it
 * is made by hand: the settings that Spring Boot has of its own would ask the provider at the
 * start, and keep every token.
 */
@Configuration
@Profile(ProviderSettings.PROFILE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProviderConfiguration {

  @Bean
  ProviderRoles providerRoles(ProviderSettings settings) {
    return new ProviderRoles(settings.roles(), settings.claims());
  }

  @Bean
  ProviderSignOn providerSignOn(
      ProviderSettings settings,
      ProviderAccounts accounts,
      ProviderLinks links,
      AccountRecords records,
      StoredSessions sessions,
      AuditedLogins logins,
      Audit audit,
      Clock clock) {
    Provider provider = new Provider(settings);
    return new ProviderSignOn(
        settings,
        provider,
        new ProviderCallback(provider, accounts, records, logins),
        new ProviderFollowUp(provider, accounts, sessions),
        new ProviderTokens(provider, accounts, records, logins, new TokenCheck(settings, clock)),
        new ProviderLogout(provider, settings, sessions, links, records, audit, clock));
  }
}
