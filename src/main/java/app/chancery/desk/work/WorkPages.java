package app.chancery.desk.work;

import app.chancery.desk.work.WorkLists.Counts;
import app.chancery.desk.work.WorkLists.Group;
import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.GroupNames;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.programme.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page that a login leads to: what there is to do. */
@Controller
class WorkPages {

  static final String ADDRESS = "/work";

  private static final int PAGE_SIZE = 25;

  private final WorkLists lists;
  private final PassingOn passing;
  private final GroupNames names;
  private final AnsweredRounds answered;
  private final LeftTexts left;

  WorkPages(
      WorkLists lists,
      PassingOn passing,
      GroupNames names,
      AnsweredRounds answered,
      LeftTexts left) {
    this.lists = lists;
    this.passing = passing;
    this.names = names;
    this.answered = answered;
    this.left = left;
  }

  @GetMapping(ADDRESS)
  String work(
      @RequestParam(required = false) String list,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String group,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(defaultValue = "0") int page,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      Model model) {
    WorkFilter asked = WorkFilter.of(list, text, step, group, overdue, page);
    WorkLists.Found found = lists.find(person, asked);
    Counts counts = found.counts();
    WorkFilter inList = inList(asked, counts);
    int pages = (int) PageNumber.pages(counts.of(inList.list()), PAGE_SIZE);
    // What was taken meanwhile may leave the last page empty.
    WorkFilter filter = inList.at(Math.min(page, pages - 1));
    model.addAttribute("handed", Handed.toTell(request));
    model.addAttribute("filter", filter);
    model.addAttribute("tabs", Tab.all(filter, counts));
    model.addAttribute("count", counts.of(filter.list()));
    List<WorkItem> items = found.page(filter.list(), filter.page(), PAGE_SIZE);
    model.addAttribute("items", items);
    model.addAttribute("answered", answered.of(person, items));
    model.addAttribute("left", left.newest(PAGE_SIZE));
    model.addAttribute("caption", caption(filter.list()));
    model.addAttribute("nothing", nothing(filter.list(), counts, person));
    model.addAttribute("hands", hasHands(counts, person));
    model.addAttribute("colleagues", passing.of(person));
    model.addAttribute("pages", pages);
    model.addAttribute("files", TableAddresses.ofThisPage());
    model.addAttribute("steps", Step.values());
    model.addAttribute("groups", groups(person, filter));
    model.addAttribute("headed", names.of(Heads.headedBy(person)));
    return "work";
  }

  /** All of the list that the page shows, as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file(
      @RequestParam(required = false) String list,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String group,
      @RequestParam(defaultValue = "false") boolean overdue,
      @AuthenticationPrincipal Person person) {
    WorkFilter asked = WorkFilter.of(list, text, step, group, overdue, 0);
    WorkLists.Found found = lists.find(person, asked);
    TaskList all = inList(asked, found.counts()).list();
    return Table.of(
        "work",
        WorkRow.class,
        found.page(all, 0, Integer.MAX_VALUE).stream().map(WorkRow::of).toList());
  }

  /** Whoever asks for no list gets the first with something in it. */
  private static WorkFilter inList(WorkFilter asked, Counts counts) {
    return asked.list() == null ? asked.in(first(counts)).at(asked.page()) : asked;
  }

  private static TaskList first(Counts counts) {
    return Arrays.stream(TaskList.values())
        .filter(list -> counts.of(list) > 0)
        .findFirst()
        .orElse(TaskList.MINE);
  }

  /** Who is in no group that does tasks watches the others. */
  private static boolean hasHands(Counts counts, Person person) {
    return counts.mine() > 0 || !Groups.work(person.groups()).isEmpty();
  }

  private static String caption(TaskList list) {
    return switch (list) {
      case MINE -> "work.caption.mine";
      case UNCLAIMED -> "work.caption.unclaimed";
      case ALL -> "work.caption.all";
    };
  }

  /** What an empty list says to do. */
  private static String nothing(TaskList list, Counts counts, Person person) {
    return switch (list) {
      case MINE -> counts.unclaimed() > 0 ? "work.empty.mine" : "work.empty.mine.none";
      case UNCLAIMED ->
          Groups.work(person.groups()).isEmpty()
              ? "work.empty.unclaimed.groupless"
              : "work.empty.unclaimed";
      case ALL -> "work.empty.all";
    };
  }

  /** The one that was asked for is among them, so that the page says what it shows. */
  private List<Group> groups(Person person, WorkFilter filter) {
    List<Group> groups = lists.groups(person);
    return Stream.concat(
            groups.stream(),
            Optional.ofNullable(filter.group())
                .filter(asked -> groups.stream().noneMatch(group -> group.id().equals(asked)))
                .map(asked -> new Group(asked, asked))
                .stream())
        .toList();
  }

  /**
   * A list to go to, of what is looked for.
   *
   * @param all the same list with nothing left out
   * @param current whether it is shown
   */
  record Tab(TaskList list, long count, String address, String all, boolean current) {

    static List<Tab> all(WorkFilter filter, Counts counts) {
      return Arrays.stream(TaskList.values())
          .map(
              list ->
                  new Tab(
                      list,
                      counts.of(list),
                      filter.in(list).address(),
                      WorkFilter.of(list).address(),
                      list == filter.list()))
          .toList();
    }
  }
}
