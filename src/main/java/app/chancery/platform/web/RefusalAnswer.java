package app.chancery.platform.web;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import app.chancery.platform.refusal.TooOften;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** How a refusal is told over HTTP: as problem+json to programs, as a page to people. */
final class RefusalAnswer {

  private static final String ATTRIBUTE = RefusalAnswer.class.getName();

  private RefusalAnswer() {}

  /** From where nothing answers yet; {@link ErrorAnswers} does. */
  static void send(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(ATTRIBUTE, refused);
    response.sendError(status(refused).value());
  }

  static Optional<Refused> sent(HttpServletRequest request) {
    return Optional.ofNullable((Refused) request.getAttribute(ATTRIBUTE));
  }

  static HttpStatus status(Refused refused) {
    if (refused instanceof TooLarge) {
      return HttpStatus.PAYLOAD_TOO_LARGE;
    }
    if (refused instanceof TooOften) {
      return HttpStatus.TOO_MANY_REQUESTS;
    }
    return refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
  }

  static ResponseEntity<ProblemDetail> problem(Refused refused) {
    HttpStatus status = status(refused);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (refused instanceof TooOften early) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(early.secondsToWait()));
    }
    return answer.body(problem(status, title(status), refused.getMessage(), refused.faults()));
  }

  static ProblemDetail problem(HttpStatus status, String title, String detail, List<Fault> errors) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setProperty("errors", errors);
    return problem;
  }

  /**
   * @param names what the fields of the page are called
   */
  static ModelAndView page(Refused refused, UnaryOperator<String> names) {
    HttpStatus status = status(refused);
    return new ModelAndView("error/refused", status)
        .addObject("heading", title(status))
        .addObject("sentence", named(refused, names).getLocalizedMessage());
  }

  /** By what the fields of our pages are called, where it does not say so itself. */
  private static Refused named(Refused refused, UnaryOperator<String> names) {
    return refused.getLocalizedMessage().equals(refused.getMessage())
        ? refused.naming(names)
        : refused;
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case PAYLOAD_TOO_LARGE -> Words.of("refused.tooLarge");
      case TOO_MANY_REQUESTS -> Words.of("refused.tooMany");
      case CONFLICT -> Words.of("refused.conflict");
      default -> Words.of("refused.heading");
    };
  }
}
