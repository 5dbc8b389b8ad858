package app.chancery.desk.work;

import app.chancery.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page of the lists, as somebody reads it. */
final class WorkPage {

  private static final Pattern TASK = Pattern.compile("/tasks/([^/]+)");

  private final Document page;

  private WorkPage(Document page) {
    this.page = page;
  }

  static WorkPage of(Visitor person, String address) {
    HttpResponse<String> answer = person.open(address);
    if (answer.statusCode() != 200) {
      throw new AssertionError(address + " answers " + answer.statusCode() + answer.body());
    }
    return new WorkPage(Jsoup.parse(answer.body()));
  }

  /** The ids of the tasks in a list, from its first page to its last. */
  static List<String> allTasks(Visitor person, String address) {
    List<String> tasks = new ArrayList<>();
    String next = address;
    while (next != null) {
      WorkPage page = of(person, next);
      tasks.addAll(page.tasks());
      next = page.next();
    }
    return tasks;
  }

  List<String> tasks() {
    return page.select("table.tasks td.what a").stream()
        .map(link -> link.attr("href"))
        .map(TASK::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .toList();
  }

  /** What the columns of a row say. */
  String cell(String task, String column) {
    return row(task).select("td." + column).text();
  }

  Element row(String task) {
    return page.select("table.tasks tbody tr").stream()
        .filter(row -> !row.select("a[href='/tasks/" + task + "']").isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + task));
  }

  /** The lists with their counts, such as "Mine 3". */
  List<String> lists() {
    return page.select("nav.lists a").eachText();
  }

  String current() {
    return page.select("nav.lists a[aria-current=page]").text();
  }

  /** Where the next page is; null on the last one. */
  String next() {
    Element next = page.selectFirst("a[rel=next]");
    return next == null ? null : next.attr("href");
  }

  /** What came of the last click. */
  String said() {
    return page.select("[role=status]").text();
  }

  List<String> buttons() {
    return page.select("main form[method=post] button:not([disabled])").eachText();
  }

  Document html() {
    return page;
  }
}
