package app.chancery.platform.signon;

import app.chancery.platform.people.Person;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The webapps keep who somebody is in the session; other groups make it somebody else. */
class WebappsFilter extends ContainerBasedAuthenticationFilter {

  @Override
  protected boolean isAuthenticated(Authentication known, String engine, String account) {
    return super.isAuthenticated(known, engine, account)
        && known instanceof UserAuthentication kept
        && groups().equals(kept.getGroupIds());
  }

  private static List<String> groups() {
    return SecurityContextHolder.getContext().getAuthentication().getPrincipal()
            instanceof Person person
        ? person.groups()
        : List.of();
  }
}
