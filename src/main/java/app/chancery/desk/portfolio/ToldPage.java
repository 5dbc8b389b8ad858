package app.chancery.desk.portfolio;

import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Signatures;
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
import org.springframework.web.bind.annotation.ResponseBody;

/** Who was told what of a programme, as one table to be read and printed (rule 8). */
@Controller
class ToldPage {

  private static final String ADDRESS = "/programmes/{key}/told";

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

  @GetMapping(ADDRESS)
  String told(@PathVariable String key, Authentication reader, Model model) {
    Programme programme = programmes.get(key);
    List<Telling> told = tellings.of(key, Groups.of(reader));
    model.addAttribute("programme", programme);
    model.addAttribute("title", Words.of("told.title").formatted(programme.called()));
    model.addAttribute("told", told);
    model.addAttribute("countries", allies.names());
    UnaryOperator<String> names = names(told);
    boolean administers = Groups.of(reader).contains(Groups.ADMINISTRATORS);
    Function<Reached, String> called = one -> ToldRow.name(one, names);
    model.addAttribute("called", called);
    Function<Telling, ToldRow> rows = each -> ToldRow.of(each, administers, names, days);
    model.addAttribute("rows", rows);
    model.addAttribute("files", TableAddresses.ofThisPage());
    return "told";
  }

  /** The same as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file(@PathVariable String key, Authentication reader) {
    List<Telling> told = tellings.of(programmes.get(key).key(), Groups.of(reader));
    UnaryOperator<String> names = names(told);
    UnaryOperator<String> countries = allies.names();
    return Table.of(
        "told",
        ToldFigure.class,
        told.stream().flatMap(each -> ToldFigure.of(each, countries, names)).toList());
  }

  /** Who stands behind the accounts that were reached. */
  private UnaryOperator<String> names(List<Telling> told) {
    return signatures.ofHolders(
        told.stream()
            .flatMap(each -> each.reached().stream())
            .map(Reached::account)
            .collect(Collectors.toSet()));
  }
}
