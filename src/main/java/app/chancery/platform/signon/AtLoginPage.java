package app.chancery.platform.signon;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a login comes from that a person typed on the login page. */
public class AtLoginPage extends WebAuthenticationDetails {

  private static final long serialVersionUID = 1;

  public AtLoginPage(HttpServletRequest request) {
    super(request);
  }
}
