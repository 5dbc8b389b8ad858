package app.chancery.platform.web;

import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Says what an address serves to whoever asked it for something else, with a method or in a form
 * that it does not have; what else the framework refuses it answers itself.
 */
@ControllerAdvice
@Order(0)
class UnservedAdvice extends ResponseEntityExceptionHandler {

  @Override
  protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException refused,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    say(refused, "request.method", refused.getMethod(), refused.getSupportedHttpMethods());
    return super.handleHttpRequestMethodNotSupported(refused, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException refused,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    say(refused, "request.type", refused.getContentType(), refused.getSupportedMediaTypes());
    return super.handleHttpMediaTypeNotSupported(refused, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
      HttpMediaTypeNotAcceptableException refused,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    say(
        refused,
        "request.accept",
        request.getHeader(HttpHeaders.ACCEPT),
        refused.getSupportedMediaTypes());
    return super.handleHttpMediaTypeNotAcceptable(refused, headers, status, request);
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
