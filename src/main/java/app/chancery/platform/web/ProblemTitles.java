package app.chancery.platform.web;

import app.chancery.platform.words.Words;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A refusal that nobody gave a title has that of its status, in the office's language. */
@ControllerAdvice
class ProblemTitles implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object beforeBodyWrite(
      Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem) {
      HttpStatus status = HttpStatus.resolve(problem.getStatus());
      if (status != null && status.getReasonPhrase().equals(problem.getTitle())) {
        problem.setTitle(title(status));
      }
    }
    return body;
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> Words.of("problem.badRequest");
      case UNAUTHORIZED -> Words.of("problem.unauthorized");
      case FORBIDDEN -> Words.of("problem.forbidden");
      case NOT_FOUND -> Words.of("problem.notFound");
      case METHOD_NOT_ALLOWED -> Words.of("problem.methodNotAllowed");
      case NOT_ACCEPTABLE -> Words.of("problem.notAcceptable");
      case CONFLICT -> Words.of("problem.conflict");
      case PAYLOAD_TOO_LARGE -> Words.of("problem.payloadTooLarge");
      case UNSUPPORTED_MEDIA_TYPE -> Words.of("problem.unsupportedMediaType");
      case TOO_MANY_REQUESTS -> Words.of("problem.tooManyRequests");
      case INTERNAL_SERVER_ERROR -> Words.of("problem.internalServerError");
      case SERVICE_UNAVAILABLE -> Words.of("problem.serviceUnavailable");
      default -> status.getReasonPhrase();
    };
  }
}
