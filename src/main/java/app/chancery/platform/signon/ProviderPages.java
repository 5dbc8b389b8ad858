package app.chancery.platform.signon;

import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the provider of a ministry's sign-on and back; without one there is nothing here. */
@Controller
class ProviderPages {

  /** Where the provider tells of a logout there. */
  static final String ENDED = "/logout/provider";

  /** The page that leads to the provider's logout. */
  static final String LEAVING = "/logout/leaving";

  private final ObjectProvider<ProviderSignOn> provider;

  ProviderPages(ObjectProvider<ProviderSignOn> provider) {
    this.provider = provider;
  }

  /** The login page, with the sentence. */
  static String refused(ProviderRefusal why) {
    return "/login?refused=" + why.code();
  }

  @GetMapping("/login/provider")
  void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ProviderSignOn found = found();
    String leadsTo;
    try {
      leadsTo = found.begin(request, response);
    } catch (ProviderRefused away) {
      leadsTo = refused(away.why());
    }
    response.sendRedirect(leadsTo);
  }

  @PostMapping(LEAVING)
  String leaving(
      @RequestAttribute(name = ProviderLogout.LEADS_TO, required = false) String leadsTo,
      HttpServletResponse response,
      Model model) {
    if (leadsTo == null) {
      return "redirect:/login?loggedOut";
    }
    response.setHeader("Refresh", "0;url=" + leadsTo);
    model.addAttribute("leadsTo", leadsTo);
    model.addAttribute("provider", found().name());
    return "leaving";
  }

  @PostMapping(ENDED)
  ResponseEntity<Void> ended(@RequestParam(name = "logout_token", required = false) String token) {
    ProviderSignOn found = found();
    HttpStatus answer;
    try {
      answer =
          token != null && found.logout().endedThere(token)
              ? HttpStatus.OK
              : HttpStatus.BAD_REQUEST;
    } catch (ProviderRefused away) {
      answer = HttpStatus.SERVICE_UNAVAILABLE;
    }
    return ResponseEntity.status(answer).cacheControl(CacheControl.noStore()).build();
  }

  private ProviderSignOn found() {
    ProviderSignOn found = provider.getIfAvailable();
    if (found == null) {
      throw new NotFound(Words.of("none.address"));
    }
    return found;
  }
}
