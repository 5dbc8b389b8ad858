package app.chancery.platform.signon;

import app.chancery.platform.people.Absences;
import app.chancery.platform.people.AccountRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is ours of the engine's accounts: their rules, their passwords, who may change what. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccountsInEngine extends AbstractProcessEnginePlugin {

  private final StoredPasswords passwords;
  private final PasswordRules rules;
  private final ObjectProvider<AccountRecords> records;
  private final ObjectProvider<Doorkeeper> doorkeeper;
  private final ObjectProvider<Absences> absences;

  AccountsInEngine(
      StoredPasswords passwords,
      PasswordRules rules,
      ObjectProvider<AccountRecords> records,
      ObjectProvider<Doorkeeper> doorkeeper,
      ObjectProvider<Absences> absences) {
    this.passwords = passwords;
    this.rules = rules;
    this.records = records;
    this.doorkeeper = doorkeeper;
    this.absences = absences;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityProviderSessionFactory(identities());
    engine.setPasswordManager(passwords.hashes());
    engine.setPasswordPolicy(rules);
    engine.setEnablePasswordPolicy(true);
    engine.setCustomPreCommandInterceptorsTxRequired(
        withGates(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        withGates(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
  }

  private List<CommandInterceptor> withGates(
      ProcessEngineConfigurationImpl engine, List<CommandInterceptor> others) {
    List<CommandInterceptor> all = new ArrayList<>(Optional.ofNullable(others).orElse(List.of()));
    all.add(new PasswordGate(rules));
    all.add(new IdGate(engine::getGeneralResourceWhitelistPattern));
    return all;
  }

  private SessionFactory identities() {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return GuardedIdentities.class;
      }

      @Override
      public Session openSession() {
        return new GuardedIdentities(
            records.getObject(), doorkeeper.getObject(), absences.getObject());
      }
    };
  }
}
