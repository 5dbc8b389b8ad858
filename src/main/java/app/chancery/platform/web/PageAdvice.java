package app.chancery.platform.web;

import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells a person what is wrong with the address of a page, or with what was sent to it. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageAdvice {

  @ExceptionHandler
  void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RefusalAnswer.send(refused, request, response);
  }

  @ExceptionHandler
  void mistyped(
      MethodArgumentTypeMismatchException mistyped,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    refused(new Refused(mistyped.getName(), RefusalAdvice.unread(mistyped)), request, response);
  }

  @ExceptionHandler
  void missing(
      MissingServletRequestParameterException missing,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    refused(new Refused(missing.getParameterName(), Words.of("form.required")), request, response);
  }
}
