package app.chancery.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * The token that protects what a session sends. It is the same in a cookie and in the form, and a
 * host beside this one could set both: whatever comes from its pages is without a token.
 */
class FormToken extends CsrfTokenRequestAttributeHandler {

  FormToken() {
    // Not deferred: the cookie is there from the first page on.
    setCsrfRequestAttributeName(null);
  }

  @Override
  public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    return OwnPages.haveNotSent(request) ? null : super.resolveCsrfTokenValue(request, token);
  }
}
