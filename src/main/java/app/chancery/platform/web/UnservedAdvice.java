package app.chancery.platform.web;

import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Says what an address serves to whoever asked it for something else, with a method or in a form
 * that it does not have; what else the framework refuses it answers itself.
 */
@ControllerAdvice
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Order(0)
class UnservedAdvice extends ResponseEntityExceptionHandler {

  private static final String SENTENCE = UnservedAdvice.class.getName();

  private final ContentNegotiationManager formats;
  private final String ofFormat;

  /**
   * @param ofFormat the parameter that says in which format the answer is wanted
   */
  UnservedAdvice(
      @Qualifier("mvcContentNegotiationManager") ContentNegotiationManager formats,
      @Value("${spring.mvc.contentnegotiation.parameter-name:format}") String ofFormat) {
    this.formats = formats;
    this.ofFormat = ofFormat;
  }

  @Override
  protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException refused,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    say(refused, "request.method", refused.getMethod(), refused.getSupportedHttpMethods());
    return shown(refused, headers, request)
        ? null
        : super.handleHttpRequestMethodNotSupported(refused, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException refused,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    say(refused, "request.type", refused.getContentType(), refused.getSupportedMediaTypes());
    return shown(refused, headers, request)
        ? null
        : super.handleHttpMediaTypeNotSupported(refused, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
      HttpMediaTypeNotAcceptableException refused,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String format = request.getParameter(ofFormat);
    if (format == null) {
      say(
          refused,
          "request.accept",
          request.getHeader(HttpHeaders.ACCEPT),
          refused.getSupportedMediaTypes());
    } else {
      // What else this address has the exception does not know.
      say(
          refused,
          "request.format",
          format,
          formats.getMediaTypeMappings().keySet().stream().sorted().toList());
    }
    // What was asked for is none, so an answer in it would be none either.
    HttpHeaders inOurs = new HttpHeaders();
    inOurs.putAll(headers);
    inOurs.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return shown(refused, headers, request)
        ? null
        : super.handleHttpMediaTypeNotAcceptable(refused, inOurs, status, request);
  }

  /** To people; {@link ErrorAnswers} makes the page. */
  private static boolean shown(ErrorResponse refused, HttpHeaders headers, WebRequest request) {
    if (!(request instanceof ServletWebRequest web)
        || web.getResponse() == null
        || !ErrorAnswers.isForPeople(web.getRequest())) {
      return false;
    }
    headers.forEach((name, values) -> web.getResponse().setHeader(name, String.join(", ", values)));
    web.getRequest().setAttribute(SENTENCE, sentence(refused, web.getHttpMethod()));
    try {
      web.getResponse().sendError(refused.getStatusCode().value());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return true;
  }

  /** Nobody who opens an address in a browser thinks of methods. */
  private static String sentence(ErrorResponse refused, HttpMethod asked) {
    return refused.getStatusCode().isSameCodeAs(HttpStatus.METHOD_NOT_ALLOWED)
            && (asked.equals(HttpMethod.GET) || asked.equals(HttpMethod.HEAD))
        ? Words.of("page.noPage.text")
        : refused.getBody().getDetail();
  }

  /** What is wrong with what was asked of the address; empty if something else is. */
  static Optional<String> sentence(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(SENTENCE));
  }

  private static void say(
      ErrorResponse refused, String key, Object asked, @Nullable Collection<?> served) {
    String listed =
        served == null || served.isEmpty()
            ? Words.of("request.none")
            : served.stream().map(Object::toString).distinct().collect(Collectors.joining(", "));
    refused
        .getBody()
        .setDetail(
            Words.of(key)
                .formatted(
                    asked == null ? Words.of("request.none") : PlainText.shown(asked.toString()),
                    listed));
  }
}
