package app.chancery.platform.signon;

import app.chancery.platform.words.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * What somebody gets who is not logged in: a person who opens a page, the login page; a program,
 * 401. Scripts in a browser get no Basic challenge, or the browser would ask by itself, and from
 * then on send the password with requests that other sites cause.
 */
public class Unauthenticated implements AuthenticationEntryPoint {

  private final LoginUrlAuthenticationEntryPoint loginPage =
      new LoginUrlAuthenticationEntryPoint("/login") {
        @Override
        protected String determineUrlToUseForThisRequest(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException cause) {
          return request.getAttribute(CurrentAccount.ENDED) == null ? "/login" : "/login?ended";
        }
      };

  public Unauthenticated() {
    loginPage.setFavorRelativeUris(true);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException, ServletException {
    if (cause instanceof TooManyAttempts wait) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
      Problems.write(response, 429, Words.of("unauthenticated.tooManyRequests"), wait.sentence());
      return;
    }
    if (opensPage(request)) {
      loginPage.commence(request, response, cause);
      return;
    }
    if (sendsForm(request)) {
      // The page that says so gives the text back.
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    if (request.getHeader("Sec-Fetch-Mode") == null) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Chancery\", charset=\"UTF-8\"");
    }
    Problems.write(
        response,
        401,
        Words.of("unauthenticated.unauthorized"),
        Words.of("unauthenticated.logInHttpBasicWithYour"));
  }

  /** Whether a person sends a form of one of our pages. */
  public static boolean sendsForm(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String type = request.getContentType();
    return request.getMethod().equals("POST")
        && accept != null
        && accept.contains("text/html")
        && type != null
        && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /** Whether a person opens this in a browser. */
  public static boolean opensPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return Set.of("GET", "HEAD").contains(request.getMethod())
        && accept != null
        && accept.contains("text/html");
  }
}
