package app.chancery.platform.security;

import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Opens calls to the members of some groups, and to who stands in for one of them; that a call was
 * opened in somebody's place is kept with the request, for what is recorded.
 */
final class MembersOnly {

  private static final String ABSENT = MembersOnly.class.getName();

  private MembersOnly() {}

  /** Opens a call to the members of these groups and to nobody else. */
  static AuthorizationManager<RequestAuthorizationContext> of(List<String> groups) {
    return (caller, call) -> {
      Authentication person = caller.get();
      keep(person, groups, call.getRequest());
      return new AuthorizationDecision(
          isKnown(person) && Groups.of(person).stream().anyMatch(groups::contains));
    };
  }

  /**
   * Opens a call to everybody with an account: the business knows who may. A delegation acts for
   * its Ally and in no other's place.
   *
   * @param groups who may besides
   */
  static AuthorizationManager<RequestAuthorizationContext> orDelegation(List<String> groups) {
    return (caller, call) -> {
      Authentication person = caller.get();
      if (isKnown(person) && Groups.of(person).stream().noneMatch(Delegations::isOne)) {
        keep(person, groups, call.getRequest());
      }
      return new AuthorizationDecision(isKnown(person));
    };
  }

  /** In whose place the call is made; empty if in the caller's own. */
  static Optional<Person.InPlaceOf> absent(HttpServletRequest request) {
    return Optional.ofNullable((Person.InPlaceOf) request.getAttribute(ABSENT));
  }

  private static void keep(Authentication caller, List<String> groups, HttpServletRequest request) {
    if (caller != null && caller.getPrincipal() instanceof Person person) {
      person.inPlaceOf(groups).ifPresent(absent -> request.setAttribute(ABSENT, absent));
    }
  }

  private static boolean isKnown(Authentication caller) {
    return caller != null
        && caller.isAuthenticated()
        && !(caller instanceof AnonymousAuthenticationToken);
  }
}
