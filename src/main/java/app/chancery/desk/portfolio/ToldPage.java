package app.chancery.desk.portfolio;

import app.chancery.platform.security.Groups;
import app.chancery.platform.security.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.Telling;
import app.chancery.records.Telling.Reached;
import app.chancery.records.Tellings;
import app.chancery.records.alliance.Allies;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who was told what of a programme, as one table to be read and printed (rule 8). */
@Controller
class ToldPage {

  private final Programmes programmes;
  private final Tellings tellings;
  private final Allies allies;
  private final Signatures signatures;
  private final Days days;

  ToldPage(
      Programmes programmes, Tellings tellings, Allies allies, Signatures signatures, Days days) {
    this.programmes = programmes;
    this.tellings = tellings;
    this.allies = allies;
    this.signatures = signatures;
    this.days = days;
  }

  @GetMapping("/programmes/{key}/told")
  String told(@PathVariable String key, Authentication reader, Model model) {
    Programme programme = programmes.get(key);
    List<Telling> told = tellings.of(key, Groups.of(reader));
    model.addAttribute("programme", programme);
    model.addAttribute("title", Words.of("told.title").formatted(programme.called()));
    model.addAttribute("told", told);
    model.addAttribute("countries", allies.names());
    UnaryOperator<String> names =
        signatures.ofHolders(
            told.stream()
                .flatMap(each -> each.reached().stream())
                .map(Reached::account)
                .collect(Collectors.toSet()));
    boolean administers = Groups.of(reader).contains(Groups.ADMINISTRATORS);
    Function<Reached, String> called = one -> ToldRow.name(one, names);
    model.addAttribute("called", called);
    Function<Telling, ToldRow> rows = each -> ToldRow.of(each, administers, names, days);
    model.addAttribute("rows", rows);
    return "told";
  }
}
