package app.chancery.platform.signon;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a browser keeps for the office before somebody has a session. No script reads it, and no
 * other site has it sent but by leading somebody here.
 *
 * @param path below which it is sent
 */
record OwnCookie(String name, String path) {

  Optional<String> value(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }

  void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path(path)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }

  /** Nothing is sent to a browser that has none. */
  void remove(HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, name) != null) {
      set(request, response, "", Duration.ZERO);
    }
  }
}
