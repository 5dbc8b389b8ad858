package app.chancery.platform.security;

import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.RequestId;
import app.chancery.platform.signon.Unauthenticated;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address without anything behind it: a page for people, problem+json for programs. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NothingHere {

  @ExceptionHandler
  Object noSuchAddress(
      NoResourceFoundException cause, HttpServletRequest request, Authentication authentication) {
    return answer(Words.of("none.address"), request, authentication);
  }

  @ExceptionHandler
  Object noSuchThing(NotFound cause, HttpServletRequest request, Authentication authentication) {
    return answer(cause.getMessage(), request, authentication);
  }

  private static Object answer(
      String detail, HttpServletRequest request, Authentication authentication) {
    if (Unauthenticated.opensPage(request)) {
      ModelAndView page =
          new ModelAndView("error/404", HttpStatus.NOT_FOUND).addObject("sentence", detail);
      RequestId.current().ifPresent(id -> page.addObject("requestId", id));
      if (authentication != null && authentication.getPrincipal() instanceof Person person) {
        page.addObject("reader", Reader.of(person));
      }
      return page;
    }
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail))
        .build();
  }
}
