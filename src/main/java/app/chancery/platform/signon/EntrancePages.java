package app.chancery.platform.signon;

import app.chancery.platform.people.Groups;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: the login page, and the address without a path. */
@Controller
class EntrancePages {

  private final boolean accountsToTry;
  private final ObjectProvider<ProviderSignOn> provider;

  EntrancePages(
      @Value("${chancery.sample-accounts:false}") boolean accountsToTry,
      ObjectProvider<ProviderSignOn> provider) {
    this.accountsToTry = accountsToTry;
    this.provider = provider;
  }

  /** Whoever is logged in has come to log in no more; unless the page has something to say. */
  @GetMapping("/login")
  String login(
      Authentication person,
      HttpServletRequest request,
      @RequestParam(required = false) String refused,
      Model model) {
    Arrays.stream(ProviderRefusal.values())
        .filter(why -> why.code().equals(refused))
        .forEach(why -> model.addAttribute("refused", why.word()));
    return person != null && request.getQueryString() == null ? home(person) : login(model);
  }

  private String login(Model model) {
    model.addAttribute("accountsToTry", accountsToTry);
    provider.ifAvailable(found -> model.addAttribute("provider", found.name()));
    return "login";
  }

  /** Where {@link LoginRefused} sends whoever has to wait. */
  @PostMapping(LoginRefused.PAGE)
  String waiting(
      @RequestAttribute(name = LoginRefused.WAIT, required = false) String wait, Model model) {
    model.addAttribute("wait", wait);
    return login(model);
  }

  /** Where a login leads: to one's work, and an auditor who has none to the audit. */
  @GetMapping("/")
  String home(Authentication person) {
    List<String> groups = Groups.of(person);
    return groups.contains(Groups.OfOneRight.AUDITORS) && Groups.work(groups).isEmpty()
        ? "redirect:/audit"
        : "redirect:/work";
  }
}
