package app.chancery.platform.web;

import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import app.chancery.platform.words.Words;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large, before anything has read it. One that does not say how long it
 * is gets counted while it is read. Of somebody without a login nobody reads more than a form.
 */
class SizeGate extends OncePerRequestFilter {

  private final RequestLimits limits;

  SizeGate(RequestLimits limits) {
    this.limits = limits;
  }

  static TooLarge tooLarge(long most) {
    return new TooLarge(Words.of("sizeGate.thisIsTooLargeAtMost").formatted(inWords(most)));
  }

  private TooLarge tooLargeFile() {
    return new TooLarge(Words.of("file.tooLarge").formatted(inWords(limits.file().toBytes())));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (takesFile(request)
        && request.getContentLengthLong() > limits.formWithFile()
        && wantsPage(request)) {
      leadBack(request, response);
      return;
    }
    try {
      chain.doFilter(admitted(request), response);
    } catch (Refused refused) {
      if (response.isCommitted()) {
        throw refused;
      }
      RefusalAnswer.send(refused, request, response);
    }
  }

  /**
   * To the page with the form, which says it there: the form itself is not read, and so nobody is
   * known to have sent it from there.
   */
  private void leadBack(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Or the container would read it for its parameters.
    request.getInputStream();
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        HttpHeaders.LOCATION,
        URI.create(request.getRequestURI()).resolve(limits.formBeside(request.getRequestURI()))
            + "?tooLarge=true#files");
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private HttpServletRequest admitted(HttpServletRequest request) throws IOException {
    boolean withFile = takesFile(request);
    if (isFormWithFile(request) && !withFile) {
      // Whoever reads the body itself comes first; then the container reads no files from it.
      request.getInputStream();
    }
    long most = withFile ? limits.formWithFile() : most(request);
    long length = request.getContentLengthLong();
    if (length > most) {
      // Or the page that tells it would make the container read the form for its parameters.
      request.getInputStream();
      throw withFile ? tooLargeFile() : tooLarge(most);
    }
    if (length >= 0) {
      return request;
    }
    HttpServletRequest counted = new CountedBody(request, most);
    if (isFormOfStranger(request)) {
      drain(counted.getInputStream());
      throw new Refused("", Words.of("sizeGate.aFormMustSayHowLong"));
    }
    if (isStranger(request)) {
      drain(counted.getInputStream());
    }
    return counted;
  }

  private long most(HttpServletRequest request) {
    DataSize ofRoute =
        limits.bodyOf().entrySet().stream()
            .filter(route -> covers(route.getKey(), request.getRequestURI()))
            .max(Comparator.comparingInt(route -> route.getKey().length()))
            .map(Map.Entry::getValue)
            .orElse(limits.body());
    return isFormOfStranger(request)
        ? Math.min(ofRoute.toBytes(), limits.formOfStranger().toBytes())
        : ofRoute.toBytes();
  }

  private static boolean covers(String route, String path) {
    return route.endsWith("/**")
        ? path.startsWith(route.substring(0, route.length() - 2))
        : path.equals(route);
  }

  /** Whether it is sure, before anybody has looked, that there is no login. */
  private static boolean isStranger(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && !request.isRequestedSessionIdValid();
  }

  /**
   * The container reads a form before anybody has looked at a password that comes with it. A
   * session there is only of somebody who has logged in.
   */
  private static boolean isFormOfStranger(HttpServletRequest request) {
    return isForm(request) && !request.isRequestedSessionIdValid();
  }

  /**
   * A form with a file is read by the container as soon as somebody asks for a parameter: only
   * where a page takes files, only of somebody with a session, and only if it says how long it is.
   */
  private boolean takesFile(HttpServletRequest request) {
    return isFormWithFile(request)
        && request.getMethod().equals("POST")
        && limits.areFilesTakenAt(request.getRequestURI())
        && request.isRequestedSessionIdValid()
        && request.getContentLengthLong() >= 0;
  }

  private static boolean isFormWithFile(HttpServletRequest request) {
    return isOfType(request, MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  /** Its fields are parameters; whoever asks for one makes the container read them all. */
  static boolean isForm(HttpServletRequest request) {
    return isOfType(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static boolean isOfType(HttpServletRequest request, String asked) {
    String type = request.getContentType();
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(asked);
  }

  /** Nobody needs it; but whoever sends too much is told that, and not something else. */
  private static void drain(InputStream body) throws IOException {
    byte[] thrownAway = new byte[8192];
    while (body.read(thrownAway) >= 0) {
      // The stream counts.
    }
  }

  private static String inWords(long bytes) {
    DataSize size = DataSize.ofBytes(bytes);
    return size.toMegabytes() > 0
        ? size.toMegabytes() + " MB"
        : size.toKilobytes() > 0
            ? size.toKilobytes() + " KB"
            : Words.counted("sizeGate.bytes", bytes);
  }
}
