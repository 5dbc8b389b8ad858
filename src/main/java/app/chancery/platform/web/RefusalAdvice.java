package app.chancery.platform.web;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells a caller what is wrong as problem+json with a list {@code errors} of every bad field. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    return RefusalAnswer.problem(refused);
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFound notFound) {
    return RefusalAnswer.problem(
        HttpStatus.NOT_FOUND, Words.of("refusalAdvice.notFound"), notFound.getMessage(), List.of());
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
    String message = Words.of("refusalAdvice.theBodyIsMissingOrCannot");
    return RefusalAnswer.problem(
        HttpStatus.BAD_REQUEST,
        Words.of("refusalAdvice.refused"),
        message,
        List.of(new Fault("", message)));
  }

  @ExceptionHandler
  ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped) {
    return badField(mistyped.getName(), unread(mistyped));
  }

  @ExceptionHandler
  ProblemDetail missing(MissingServletRequestParameterException missing) {
    return badField(missing.getParameterName(), Words.of("form.required"));
  }

  private static ProblemDetail badField(String field, String message) {
    return RefusalAnswer.problem(
        HttpStatus.BAD_REQUEST,
        Words.of("refusalAdvice.refused"),
        field + ": " + message,
        List.of(new Fault(field, message)));
  }

  static String unread(MethodArgumentTypeMismatchException mistyped) {
    return Words.of("refusalAdvice.cannotBeRead").formatted(mistyped.getValue());
  }
}
