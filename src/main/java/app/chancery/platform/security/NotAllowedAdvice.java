package app.chancery.platform.security;

import app.chancery.platform.words.Words;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the engine's rights forbid a caller of our REST interface. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class NotAllowedAdvice {

  /** The engine's own message names its permissions and resources; the caller needs neither. */
  @ExceptionHandler
  ProblemDetail notAllowed(AuthorizationException refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.FORBIDDEN, Words.of("notAllowedAdvice.noneOfYourGroupsMayDo"));
    problem.setTitle(Words.of("notAllowedAdvice.notAllowed"));
    return problem;
  }
}
