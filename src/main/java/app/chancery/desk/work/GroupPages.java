package app.chancery.desk.work;

import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.GroupNames;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of a group's head: the load of each member, and the tasks to give and take back. */
@Controller
class GroupPages {

  private static final String ADDRESS = "/work/group/{group}";

  private static final int PAGE_SIZE = 50;

  /** In an address: tasks that nobody has. No account has this name. */
  private static final String NOBODY = "-";

  private final GroupWork work;
  private final WorkLists lists;
  private final Absences absences;
  private final GroupNames names;

  GroupPages(GroupWork work, WorkLists lists, Absences absences, GroupNames names) {
    this.work = work;
    this.lists = lists;
    this.absences = absences;
    this.names = names;
  }

  /**
   * @param holder an account, or "-" for nobody
   */
  @GetMapping(ADDRESS)
  String group(
      @PathVariable String group,
      @RequestParam(defaultValue = "") String holder,
      @RequestParam(defaultValue = "0") int page,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      Model model) {
    work.refuseOthers(person, group);
    PageNumber.refuseNegative("page", page);
    List<WorkItem> items = lists.ofGroup(person, group, whose(holder), page, PAGE_SIZE + 1);
    if (items.isEmpty() && page > 0) {
      return back(group, holder);
    }
    List<WorkItem> shown = items.subList(0, Math.min(items.size(), PAGE_SIZE));
    model.addAttribute("handed", Handed.toTell(request));
    model.addAttribute("group", group);
    model.addAttribute("name", names.of(group));
    model.addAttribute("loads", work.loads(group));
    model.addAttribute("away", absences.today());
    model.addAttribute("holder", holder);
    model.addAttribute("items", shown);
    model.addAttribute("seen", work.seen(person, shown.stream().map(WorkItem::id).toList()));
    model.addAttribute("page", page);
    model.addAttribute("more", items.size() > PAGE_SIZE);
    model.addAttribute("files", TableAddresses.ofThisPage());
    return "group";
  }

  /** All tasks that the page lists, as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file(
      @PathVariable String group,
      @RequestParam(defaultValue = "") String holder,
      @AuthenticationPrincipal Person person) {
    work.refuseOthers(person, group);
    return Table.of(
        "work",
        WorkRow.class,
        lists.ofGroup(person, group, whose(holder), 0, Integer.MAX_VALUE).stream()
            .map(WorkRow::of)
            .toList());
  }

  /** As {@link WorkLists#ofGroup} takes it. */
  private static String whose(String holder) {
    return holder.equals(NOBODY) ? "" : holder.isBlank() ? null : holder;
  }

  @PostMapping(ADDRESS + "/give")
  String give(
      @PathVariable String group,
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String holder,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    work.refuseOthers(person, group);
    work.give(person, group, HandingPages.ticked(task), to).tellNext(request);
    return back(group, holder);
  }

  @PostMapping(ADDRESS + "/take-back")
  String takeBack(
      @PathVariable String group,
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam(defaultValue = "") String holder,
      @AuthenticationPrincipal Person person,
      HttpServletRequest request) {
    work.refuseOthers(person, group);
    work.takeBack(person, group, HandingPages.ticked(task)).tellNext(request);
    return back(group, holder);
  }

  private static String back(String group, String holder) {
    return "redirect:"
        + UriComponentsBuilder.fromPath(ADDRESS)
            .queryParam("holder", "{holder}")
            .encode()
            .buildAndExpand(group, holder)
            .toUriString();
  }
}
