package app.chancery.platform.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password against the engine's accounts. */
class EngineSignOn implements AuthenticationProvider {

  private final Doorkeeper doorkeeper;

  EngineSignOn(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String id = attempt.getName();
    String password = String.valueOf(attempt.getCredentials());
    WebAuthenticationDetails from = (WebAuthenticationDetails) attempt.getDetails();
    Account account =
        from instanceof AtLoginPage
            ? doorkeeper.admit(id, password, from.getRemoteAddress())
            : doorkeeper.admitProgram(id, password, from.getRemoteAddress());
    return of(account.person());
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
