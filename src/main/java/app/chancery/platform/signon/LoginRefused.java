package app.chancery.platform.signon;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Tells on the login page why nobody came in. It leaves nothing in the server's memory. */
public class LoginRefused implements AuthenticationFailureHandler {

  /** The sentence for whoever has to wait, as an attribute of the request. */
  static final String WAIT = "chancery.login.wait";

  /** Not the login's own address, which would take the forwarded request for another login. */
  static final String PAGE = "/login/wait";

  private final SimpleUrlAuthenticationFailureHandler again =
      new SimpleUrlAuthenticationFailureHandler("/login?error");

  public LoginRefused() {
    again.setAllowSessionCreation(false);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException, ServletException {
    if (cause instanceof TooManyAttempts wait) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
      request.setAttribute(WAIT, wait.sentence());
      request.getRequestDispatcher(PAGE).forward(request, response);
    } else {
      again.onAuthenticationFailure(request, response, cause);
    }
  }
}
