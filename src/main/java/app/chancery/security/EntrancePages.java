package app.chancery.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: the login page, and the address without a path. */
@Controller
class EntrancePages {

  private final boolean accountsToTry;

  EntrancePages(@Value("${chancery.sample-accounts:false}") boolean accountsToTry) {
    this.accountsToTry = accountsToTry;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("accountsToTry", accountsToTry);
    return "login";
  }

  @GetMapping("/")
  String home() {
    return "redirect:/programmes";
  }
}
