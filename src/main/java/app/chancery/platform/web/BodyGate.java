package app.chancery.platform.web;

import app.chancery.platform.reading.StrictJson;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads every body in JSON once, token by token, before anything makes objects of it: for our own
 * interface and the engine's alike; and to its end every body that does not say how long it is,
 * because not everybody who reads one would tell that it is too large. Stands behind the login;
 * without one nothing reads a body.
 */
class BodyGate extends OncePerRequestFilter {

  private final StrictJson json;
  private final RequestLimits limits;

  BodyGate(StrictJson json, RequestLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOfAnyType(request)) {
      RefusalAnswer.send(
          new Refused("Content-Type", Words.of("bodyGate.namesOneTypeWithout")), request, response);
      return;
    }
    if (request.getUserPrincipal() == null || SizeGate.isForm(request)) {
      chain.doFilter(request, response);
      return;
    }
    boolean mayBeJson = mayBeJson(request);
    HttpServletRequest read = request;
    try {
      refuseOtherCharsets(request);
      if (mayBeJson || request.getContentLengthLong() < 0) {
        byte[] body = request.getInputStream().readAllBytes();
        if (mayBeJson) {
          check(body, request.getRequestURI());
        }
        read = new ReadBody(request, mayBeJson && isBlank(body) ? new byte[0] : body);
      }
    } catch (Refused refused) {
      RefusalAnswer.send(refused, request, response);
      return;
    }
    chain.doFilter(read, response);
  }

  private void check(byte[] body, String path) {
    if (limits.areDraftsKeptAt(path)) {
      json.checkAsTyped(body);
    } else {
      json.check(body, EnginePaths.isOne(path));
    }
  }

  /** What may be asked for in an Accept is no type of a body. */
  private static boolean isOfAnyType(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.split(";", 2)[0].indexOf('*') >= 0;
  }

  /** Nothing but blanks of JSON is as little as nothing. */
  private static boolean isBlank(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).isBlank();
  }

  /** The engine reads what has no type as JSON. */
  private static boolean mayBeJson(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || type.isBlank()) {
      return true;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.contains("json") || lower.contains("javascript");
  }

  /** They would be read in one way here and in another there. */
  private static void refuseOtherCharsets(HttpServletRequest request) {
    Charset charset = null;
    try {
      String type = request.getContentType();
      charset = type == null ? null : MediaType.parseMediaType(type).getCharset();
    } catch (InvalidMediaTypeException unknown) {
      throw new Refused("Content-Type", Words.of("bodyGate.cannotBeRead"));
    }
    if (charset != null && !charset.name().matches("UTF-8|US-ASCII")) {
      throw new Refused("Content-Type", Words.of("bodyGate.aBodyIsSentInUtf"));
    }
  }
}
