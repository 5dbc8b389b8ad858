package app.chancery.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A form of one of our pages that somebody sends whose session has ended while they typed. It is
 * refused, and the page that says so gives the text back; not to what another site makes a browser
 * send, which nobody here has typed.
 */
public final class EndedSession {

  private static final String GIVES_BACK = EndedSession.class.getName();

  private EndedSession() {}

  static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (OwnPages.mayHaveSent(request) && !request.getRequestURI().equals("/login")) {
      request.setAttribute(GIVES_BACK, true);
    }
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
  }

  /** Whether the page that refuses it gives the text back. */
  public static boolean givesTextBack(HttpServletRequest request) {
    return request.getAttribute(GIVES_BACK) != null;
  }
}
