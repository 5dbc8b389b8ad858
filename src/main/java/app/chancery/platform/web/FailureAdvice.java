package app.chancery.platform.web;

import app.chancery.platform.decisions.TableWithoutAnswer;
import app.chancery.platform.refusal.Unexpected;
import app.chancery.platform.words.Words;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What nobody expected: the log gets the cause, the caller learns nothing of the inside. Comes
 * last, behind the framework's own answers to bad requests.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class FailureAdvice {

  @ExceptionHandler
  ProblemDetail tableWithoutAnswer(TableWithoutAnswer table) {
    return failure(table.getMessage());
  }

  @ExceptionHandler
  ProblemDetail failed(Exception failure) throws Exception {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      // The security filters know how to answer these.
      throw failure;
    }
    return failure(Unexpected.failed(failure));
  }

  private static ProblemDetail failure(String detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, detail);
    problem.setTitle(Words.of("failureAdvice.failure"));
    problem.setProperty("errors", List.of());
    return problem;
  }
}
