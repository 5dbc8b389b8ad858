package app.chancery.platform.signon;

import app.chancery.platform.people.Account;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Person;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session goes by the account as it is now: with its groups, and no longer than it is there and
 * its sessions were not ended, on whichever node that happened.
 */
public class CurrentAccount extends OncePerRequestFilter {

  /** Tells {@link Unauthenticated} that there was a session up to now. */
  static final String ENDED = CurrentAccount.class.getName() + ".ENDED";

  private static final String NOW = CurrentAccount.class.getName() + ".NOW";

  private final AccountRecords records;

  public CurrentAccount(AccountRecords records) {
    this.records = records;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      goOnAsBefore(request);
    } else {
      look(request);
    }
    chain.doFilter(request, response);
  }

  private void look(HttpServletRequest request) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && login.getPrincipal() instanceof Person then) {
      Optional<Person> now =
          records
              .lately(then.id())
              .map(Account::person)
              .filter(person -> person.endedSessions() == then.endedSessions());
      if (now.isEmpty()) {
        end(request);
      } else {
        request.setAttribute(NOW, now.get());
        goOnAs(now.get());
      }
    }
  }

  /** What is told of an error is told whom it was found to be. */
  private void goOnAsBefore(HttpServletRequest request) {
    if (request.getAttribute(NOW) instanceof Person found) {
      goOnAs(found);
    } else if (SessionConfiguration.tellsOfFailure(request)) {
      SecurityContextHolder.clearContext();
    } else {
      look(request);
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /** The session is over. */
  static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    request.setAttribute(ENDED, true);
  }

  /**
   * For this request; the session keeps who logged in, and is looked at again with the next one.
   */
  private static void goOnAs(Person person) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(EngineSignOn.of(person));
    SecurityContextHolder.setContext(context);
  }
}
