package app.chancery.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

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

  /** Where {@link LoginRefused} sends whoever has to wait. */
  @PostMapping(LoginRefused.PAGE)
  String waiting(
      @RequestAttribute(name = LoginRefused.WAIT, required = false) String wait, Model model) {
    model.addAttribute("wait", wait);
    return login(model);
  }

  @GetMapping("/")
  String home() {
    return "redirect:/work";
  }
}
