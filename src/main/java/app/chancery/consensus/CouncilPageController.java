package app.chancery.consensus;

import app.chancery.platform.security.Groups;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The council's open rounds, which neither Tasklist nor Cockpit can show. */
@Controller
class CouncilPageController {

  private final CouncilPage page;

  CouncilPageController(CouncilPage page) {
    this.page = page;
  }

  @GetMapping("/council")
  String council(Authentication reader, Model model) {
    List<String> groups = Groups.of(reader);
    model.addAttribute("open", page.open(groups));
    model.addAttribute("ended", page.ended(groups));
    return "council";
  }
}
