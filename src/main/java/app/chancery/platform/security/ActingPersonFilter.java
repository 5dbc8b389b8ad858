package app.chancery.platform.security;

import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine, for the time of one request, who acts: its authorizations and the names in our
 * records depend on it. (The engine's webapps do the same by themselves.)
 */
class ActingPersonFilter extends OncePerRequestFilter {

  private final IdentityService identities;

  ActingPersonFilter(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Person person) {
      identities.setAuthentication(person.id(), person.groups());
    }
    Runnable end = InPlace.begin(MembersOnly.absent(request));
    try {
      chain.doFilter(request, response);
    } finally {
      end.run();
      identities.clearAuthentication();
    }
  }
}
