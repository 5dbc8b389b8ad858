package app.chancery.platform.security;

import app.chancery.platform.people.Delegations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A line of the {@link AccessTable}: one address and who may call it.
 *
 * @param method in capital letters, where {@code GET} is {@code HEAD} as well; {@link #ANY} for all
 * @param path a pattern, as the handlers of Spring MVC have it
 * @param groups of the audience, if it is members
 */
record Route(
    String method,
    String path,
    Audience audience,
    List<String> groups,
    Optional<AccessLimit> limit) {

  static final String ANY = "*";

  Route {
    groups = List.copyOf(groups);
  }

  /** What is looked at first where several lines are about an address: the narrower one. */
  PathPattern pattern() {
    return PathPatternParser.defaultInstance.parse(path);
  }

  RequestMatcher[] matchers() {
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return methods()
        .map(each -> each.equals(ANY) ? builder.matcher(path) : builder.matcher(of(each), path))
        .toArray(RequestMatcher[]::new);
  }

  AuthorizationManager<RequestAuthorizationContext> rule() {
    return switch (audience) {
      case ANYBODY -> SingleResultAuthorizationManager.permitAll();
      case NOBODY -> SingleResultAuthorizationManager.denyAll();
      case EVERYBODY -> AuthenticatedAuthorizationManager.authenticated();
      case MEMBERS -> MembersOnly.of(groups);
      case MEMBERS_OR_DELEGATION -> MembersOnly.orDelegation(groups);
    };
  }

  /** Whether somebody of these groups, who has logged in, is let in. */
  boolean letsIn(Collection<String> member) {
    return switch (audience) {
      case ANYBODY, EVERYBODY -> true;
      case NOBODY -> false;
      case MEMBERS -> member.stream().anyMatch(groups::contains);
      case MEMBERS_OR_DELEGATION ->
          member.stream().anyMatch(group -> groups.contains(group) || Delegations.isOne(group));
    };
  }

  /** Whether this line is about that address, given as it is called. */
  boolean isOf(String called, String address) {
    return methods().anyMatch(each -> each.equals(ANY) || each.equals(called))
        && pattern().matches(PathContainer.parsePath(address));
  }

  private Stream<String> methods() {
    return method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method);
  }

  private static HttpMethod of(String method) {
    return HttpMethod.valueOf(method);
  }
}
