package app.chancery.platform.web;

import app.chancery.platform.refusal.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells whoever is told of a failure, as a page or as problem+json, what the request is called. */
@ControllerAdvice
class RequestIdAdvice implements ResponseBodyAdvice<Object> {

  /** In problem+json, and for the templates of pages. */
  static final String NAME = "requestId";

  @ModelAttribute(NAME)
  String requestId(HttpServletRequest request) {
    return RequestId.of(request).orElse(null);
  }

  @Override
  public boolean supports(
      MethodParameter answered, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object beforeBodyWrite(
      Object body,
      MethodParameter answered,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem) {
      RequestId.current().ifPresent(id -> problem.setProperty(NAME, id));
    }
    return body;
  }
}
