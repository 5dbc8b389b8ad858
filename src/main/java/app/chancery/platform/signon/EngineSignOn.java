package app.chancery.platform.signon;

import app.chancery.platform.people.Person;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password against the engine's accounts. */
public class EngineSignOn implements AuthenticationProvider {

  private final Doorkeeper doorkeeper;
  private final AuditedLogins logins;

  public EngineSignOn(Doorkeeper doorkeeper, AuditedLogins logins) {
    this.doorkeeper = doorkeeper;
    this.logins = logins;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String id = attempt.getName();
    String password = String.valueOf(attempt.getCredentials());
    WebAuthenticationDetails from = (WebAuthenticationDetails) attempt.getDetails();
    try {
      return from instanceof AtLoginPage
          ? of(atLoginPage(id, password, from.getRemoteAddress()))
          : of(ofProgram(id, password, from.getRemoteAddress()));
    } catch (BadCredentialsException e) {
      logins.refused(id, from.getRemoteAddress());
      throw e;
    }
  }

  private Person atLoginPage(String id, String password, String address) {
    Person person = doorkeeper.admit(id, password, address).person();
    logins.person(person.id(), address);
    return person;
  }

  private Person ofProgram(String id, String password, String address) {
    Person program = doorkeeper.admitProgram(id, password, address).person();
    logins.program(program.id(), address);
    return program;
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  /** The authorities of an account are its groups. */
  static UsernamePasswordAuthenticationToken of(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(
        person, null, AuthorityUtils.createAuthorityList(person.groups()));
  }
}
