package app.chancery.platform.signon;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.Holders;
import app.chancery.platform.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Has the audit know who came in and went, and whose name was tried with a wrong password. */
@Component
public class AuditedLogins {

  private final Audit audit;
  private final Clock clock;
  private final Holders holders;
  private final Duration programsEvery;
  private final Map<String, Instant> programs = new ConcurrentHashMap<>();

  AuditedLogins(
      Audit audit,
      Clock clock,
      Holders holders,
      @Value("${chancery.audit.programs-every}") Duration programsEvery) {
    this.audit = audit;
    this.clock = clock;
    this.holders = holders;
    this.programsEvery = programsEvery;
  }

  void person(String account, String address) {
    audit.recordOf(
        holders.recorded(account), Act.LOGIN, null, account, NetworkAddress.of(address), null);
  }

  /** A program sends its password with each call. */
  void program(String account, String address) {
    Instant now = clock.instant();
    Instant last = programs.get(account);
    if (last == null || now.isBefore(last) || !now.isBefore(last.plus(programsEvery))) {
      audit.recordOf(
          holders.recorded(account),
          Act.PROGRAM_LOGIN,
          null,
          account,
          NetworkAddress.of(address),
          null);
      // What could not be recorded is by the next call.
      programs.put(account, now);
    }
  }

  /** Also of a name that nobody has: the one must not take longer than the other. */
  void refused(String name, String address) {
    audit.recordOf(
        null, Act.LOGIN_REFUSED, null, Doorkeeper.inLog(name), NetworkAddress.of(address), null);
  }

  @EventListener
  void left(LogoutSuccessEvent event) {
    Authentication login = event.getAuthentication();
    if (login != null && login.getPrincipal() instanceof Person person) {
      audit.recordOf(holders.recorded(person.id()), Act.LOGOUT, null, person.id(), null, null);
    }
  }
}
