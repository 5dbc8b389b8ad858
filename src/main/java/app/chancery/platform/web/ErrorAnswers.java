package app.chancery.platform.web;

import app.chancery.platform.database.Trouble;
import app.chancery.platform.forms.TypedTexts;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.OwnPages;
import app.chancery.platform.words.Words;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What nobody has answered yet: a page for people, problem+json for programs, and nothing of the
 * inside in either. Opened by itself, the address has nothing to tell and is not there.
 */
@Controller
class ErrorAnswers implements ErrorController {

  private final Clock clock;
  private final TypedTexts typed;

  private final PagesAbove pages;

  ErrorAnswers(Clock clock, TypedTexts typed, PagesAbove pages) {
    this.clock = clock;
    this.typed = typed;
    this.pages = pages;
  }

  @RequestMapping("${server.error.path:/error}")
  Object answer(HttpServletRequest request) {
    Optional<Refused> refused = RefusalAnswer.sent(request);
    if (isForPeople(request)) {
      return refused
          .or(() -> notUnderstood(status(request)))
          .map(wrong -> RefusalAnswer.page(wrong, field -> typed.called(path(request), field)))
          .orElseGet(() -> page(request))
          .addObject("texts", typed(request))
          // Nothing is asked of what may have failed.
          .addObject("unread", null);
    }
    return addressed(
        refused
            .or(() -> notUnderstood(status(request)))
            .map(RefusalAnswer::problem)
            .or(() -> notKept(request))
            .orElseGet(() -> ResponseEntity.of(problem(status(request))).build()),
        path(request));
  }

  private static ProblemDetail problem(HttpStatus status) {
    return ProblemDetail.forStatusAndDetail(
        status,
        switch (status) {
          case FORBIDDEN -> Words.of("page.forbidden.text");
          case NOT_FOUND -> Words.of("page.notFound.text");
          default -> Words.of("page.error.text");
        });
  }

  /** Somebody has asked an address for what it does not serve; from where they came is known. */
  private ModelAndView unserved(String sentence, HttpServletRequest request) {
    HttpStatus status = status(request);
    return new ModelAndView("error/refused", status)
        .addObject(
            "heading",
            Words.of(
                status == HttpStatus.METHOD_NOT_ALLOWED
                    ? "page.noPage.heading"
                    : "refused.heading"))
        .addObject("sentence", sentence)
        // Nothing was asked for that could have changed something.
        .addObject("failed", true)
        .addObject("above", pages.of(path(request)).orElse(null));
  }

  private ModelAndView page(HttpServletRequest request) {
    Optional<String> unserved = UnservedAdvice.sentence(request);
    return unserved.isPresent() ? unserved(unserved.get(), request) : failed(request);
  }

  private ModelAndView failed(HttpServletRequest request) {
    HttpStatus status = status(request);
    String name =
        switch (status) {
          case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, SERVICE_UNAVAILABLE -> "error/" + status.value();
          default -> "error";
        };
    ModelAndView page = new ModelAndView(name, status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      page.addObject("trouble", Trouble.of(request));
    }
    return page.addObject("status", status.value())
        .addObject("timestamp", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * What somebody has typed into the form of one of our pages that is refused here, to be copied:
   * after the session has ended, for example. Not what another site makes a browser send, which
   * nobody here has typed.
   */
  private Map<String, String> typed(HttpServletRequest request) {
    return request.getMethod().equals("POST")
            && SizeGate.isForm(request)
            && OwnPages.mayHaveSent(request)
            && !path(request).equals("/login")
        ? typed.of(path(request), request.getParameterMap())
        : Map.of();
  }

  /** What was refused before any of ours could say why, for example by the container. */
  private static Optional<Refused> notUnderstood(HttpStatus status) {
    return status == HttpStatus.BAD_REQUEST
        ? Optional.of(new Refused("", Words.of("request.notUnderstood")))
        : Optional.empty();
  }

  private static Optional<ResponseEntity<ProblemDetail>> notKept(HttpServletRequest request) {
    return Optional.of(status(request))
        .filter(HttpStatus.SERVICE_UNAVAILABLE::equals)
        .map(status -> ProblemDetail.forStatusAndDetail(status, sentence(request)))
        .map(problem -> ResponseEntity.of(problem).build());
  }

  private static String sentence(HttpServletRequest request) {
    return switch (Trouble.of(request)) {
      case CANNOT_WRITE -> Words.of("errorAnswers.notKept");
      case AWAY -> Words.of("errorAnswers.away");
    };
  }

  /** Names what was asked for; and Tasklist, Cockpit and Admin show what is called the message. */
  private static ResponseEntity<ProblemDetail> addressed(
      ResponseEntity<ProblemDetail> answer, String path) {
    ProblemDetail problem = Objects.requireNonNull(answer.getBody());
    problem.setInstance(URI.create(path.replaceFirst("^/+", "/")));
    if (EnginePaths.isOne(path)) {
      problem.setProperty("message", problem.getDetail());
    }
    return answer;
  }

  private static HttpStatus status(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return HttpStatus.NOT_FOUND;
    }
    Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = code == null ? null : HttpStatus.resolve(code);
    return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
  }

  static boolean isForPeople(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html") && !isInterface(path(request));
  }

  private static boolean isInterface(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/engine-rest/")
        || path.startsWith("/camunda/api/");
  }

  private static String path(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked == null ? request.getRequestURI() : asked.toString();
  }
}
