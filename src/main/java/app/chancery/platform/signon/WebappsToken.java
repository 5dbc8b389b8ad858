package app.chancery.platform.signon;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.camunda.bpm.webapp.impl.security.filter.util.CookieConstants;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.util.WebUtils;

/**
 * The webapps' protection from pages of other sites, with a token that follows from the session:
 * every node knows it, and two pages that are opened first at once get the same.
 */
class WebappsToken extends CsrfPreventionFilter {

  /** Where the webapps look for it. */
  static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";

  @Override
  protected void setCSRFToken(HttpServletRequest request, HttpServletResponse response) {
    String token = token(request.getSession());
    String name = cookieConfigurator.getCookieName(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
    Cookie sent = WebUtils.getCookie(request, name);
    if (sent == null || !sent.getValue().equals(token)) {
      response.addHeader(
          CookieConstants.SET_COOKIE_HEADER_NAME,
          name
              + "="
              + token
              + CsrfConstants.CSRF_PATH_FIELD_NAME
              + getCookiePath(request)
              + cookieConfigurator.getConfig());
      response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
    }
  }

  @Override
  protected boolean doTokenValidation(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession();
    session.setAttribute(ATTRIBUTE, token(session));
    return super.doTokenValidation(request, response);
  }

  private static String token(HttpSession session) {
    return new SessionSeal(session.getId()).webappsToken();
  }
}
