package app.chancery.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Texts say that they are in UTF-8, whoever writes them. What says nothing is told by the container
 * to be in ISO-8859-1, as the pages of the webapps, or is taken by a browser to be in the encoding
 * of its page, as scripts. Files of people have the encoding they came in, and stay as they are.
 */
class TextsInUtf8 extends OncePerRequestFilter {

  private static final String FILES = "/files/";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + FILES);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new Answer(response));
  }

  /**
   * The type of a text with its encoding; that of anything else, and one that has one, as it is.
   */
  static String named(String type) {
    return Optional.ofNullable(type)
        .flatMap(TextsInUtf8::read)
        .filter(read -> read.getCharset() == null && isText(read))
        .map(text -> new MediaType(text, StandardCharsets.UTF_8).toString())
        .orElse(type);
  }

  private static Optional<MediaType> read(String type) {
    try {
      return Optional.of(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException leftAsItIs) {
      return Optional.empty();
    }
  }

  private static boolean isText(MediaType type) {
    return type.getType().equals("text") || type.getSubtype().endsWith("javascript");
  }

  private static final class Answer extends HttpServletResponseWrapper {

    private Answer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setContentType(String type) {
      super.setContentType(named(type));
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, inUtf8(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, inUtf8(name, value));
    }

    private static String inUtf8(String name, String value) {
      return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? named(value) : value;
    }
  }
}
