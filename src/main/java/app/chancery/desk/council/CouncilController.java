package app.chancery.desk.council;

import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.PageNumber;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages of the council, which neither Tasklist nor Cockpit can show; for reading alone. */
@Controller
class CouncilController {

  private static final String ADDRESS = "/council";

  private final CouncilPage council;
  private final RoundPage rounds;
  private final Receipts receipts;

  CouncilController(CouncilPage council, RoundPage rounds, Receipts receipts) {
    this.council = council;
    this.rounds = rounds;
    this.receipts = receipts;
  }

  @GetMapping(ADDRESS)
  String council(
      @RequestParam(defaultValue = "0") int open,
      @RequestParam(defaultValue = "0") int unsettled,
      @RequestParam(defaultValue = "0") int ended,
      Authentication reader,
      Model model) {
    PageNumber.refuseNegative("open", open);
    PageNumber.refuseNegative("unsettled", unsettled);
    PageNumber.refuseNegative("ended", ended);
    Sight sight = Sight.of(Groups.of(reader));
    model.addAttribute("open", council.open(sight, open));
    model.addAttribute("unsettled", council.unsettled(sight, unsettled));
    model.addAttribute("ended", council.ended(sight, ended));
    model.addAttribute("files", TableAddresses.of(ADDRESS));
    return "council";
  }

  /** All rounds, as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file(Authentication reader) {
    return Table.of("rounds", RoundRow.class, council.all(Sight.of(Groups.of(reader))));
  }

  @GetMapping("/rounds/{id}/status")
  @ResponseBody
  RoundStatus status(@PathVariable long id, Authentication reader) {
    return rounds.status(id, Groups.of(reader));
  }

  @GetMapping("/rounds/{id}/receipts/{ally}/{answer}")
  String receipt(
      @PathVariable long id,
      @PathVariable String ally,
      @PathVariable int answer,
      Authentication reader,
      Model model) {
    model.addAttribute("receipt", receipts.of(id, ally, answer, Groups.of(reader)));
    return "receipt";
  }
}
