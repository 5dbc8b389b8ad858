package app.chancery.platform.security;

import app.chancery.platform.people.Person;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the {@code reader} its layout asks for. */
@ControllerAdvice(annotations = Controller.class)
class ReaderAdvice {

  @ModelAttribute("reader")
  Reader reader(Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof Person person
        ? Reader.of(person)
        : null;
  }
}
