package app.chancery.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the navigation of every page where it is. */
@ControllerAdvice(annotations = Controller.class)
class PlaceAdvice {

  @ModelAttribute("place")
  Place place(HttpServletRequest request) {
    return Place.of(request);
  }
}
