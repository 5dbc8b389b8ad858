package app.chancery.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The head of every page by itself, to be put above Tasklist, Cockpit and Admin. */
@Controller
class MastheadPage {

  @GetMapping("/masthead")
  String masthead() {
    return "layout :: header";
  }
}
