package app.chancery.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a login comes from that a person typed on the login page. */
class AtLoginPage extends WebAuthenticationDetails {

  private static final long serialVersionUID = 1;

  AtLoginPage(HttpServletRequest request) {
    super(request);
  }
}
