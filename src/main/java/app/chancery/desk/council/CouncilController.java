package app.chancery.desk.council;

import app.chancery.platform.security.Groups;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages of the council, which neither Tasklist nor Cockpit can show. */
@Controller
class CouncilController {

  private final CouncilPage council;
  private final RoundPage rounds;
  private final Receipts receipts;
  private final CouncilWork work;
  private final CouncilDeskPolicy policy;

  CouncilController(
      CouncilPage council,
      RoundPage rounds,
      Receipts receipts,
      CouncilWork work,
      CouncilDeskPolicy policy) {
    this.council = council;
    this.rounds = rounds;
    this.receipts = receipts;
    this.work = work;
    this.policy = policy;
  }

  @GetMapping("/council")
  String council(
      @RequestParam(defaultValue = "0") int open,
      @RequestParam(defaultValue = "0") int unsettled,
      @RequestParam(defaultValue = "0") int ended,
      Authentication reader,
      Model model) {
    Sight sight = Sight.of(Groups.of(reader));
    model.addAttribute("open", council.open(sight, open));
    model.addAttribute("unsettled", council.unsettled(sight, unsettled));
    model.addAttribute("ended", council.ended(sight, ended));
    return "council";
  }

  @GetMapping("/rounds/{id}")
  String round(@PathVariable long id, Authentication reader, Model model) {
    List<String> groups = Groups.of(reader);
    RoundView round = rounds.of(id, groups);
    model.addAttribute("round", round);
    model.addAttribute("askEvery", policy.askEvery().toMillis());
    model.addAttribute("tasks", round.after() == null ? work.of(round.key(), groups) : List.of());
    return "round";
  }

  @GetMapping("/rounds/{id}/status")
  @ResponseBody
  RoundStatus status(@PathVariable long id, Authentication reader) {
    return rounds.status(id, Groups.of(reader));
  }

  @GetMapping("/rounds/{id}/receipts/{number}")
  String receipt(
      @PathVariable long id, @PathVariable long number, Authentication reader, Model model) {
    model.addAttribute("receipt", receipts.of(id, number, Groups.of(reader)));
    return "receipt";
  }
}
