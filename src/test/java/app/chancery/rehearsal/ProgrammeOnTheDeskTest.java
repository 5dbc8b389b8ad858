package app.chancery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A programme from its dossier to its accession on the desk alone: each kind of task is once opened
 * on its page and handed in as a browser hands it in, with what the page had in its fields and what
 * the rehearsal's staff writes.
 */
@WebOfficeTest
class ProgrammeOnTheDeskTest {

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private List<StaffScript> scripts;
  @Autowired private Days days;
  @Autowired private WorkingDays workingDays;
  @Autowired private Opening opening;
  @Autowired private Programmes programmes;
  @Autowired private Clock clock;
  @Autowired private PlatformTransactionManager transactions;

  /** Of what cannot be read so many are tried in each form. */
  private static final int UNREAD = 2;

  private final Set<String> done = new TreeSet<>();
  private final Set<String> judged = new TreeSet<>();
  private final Set<String> saidLater = new TreeSet<>();
  private final Map<String, Visitor> people = new HashMap<>();

  @Test
  void aProgrammeGoesFromItsDossierToItsAccession() {
    String key = opening.open(SampleDossiers.of("XF", "Freedonia", LocalDate.now(clock)));

    new Rehearsal(atTheDesk(), scripts, days, workingDays)
        .run(() -> !programmes.get(key).isOpen(), happening -> {});

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(done)
        .hasSizeGreaterThan(25)
        .contains(
            "userTask_interviewStakeholder",
            "userTask_draftOffer",
            "userTask_statePosition",
            "userTask_draftMediaPlan",
            "userTask_conductPhase",
            "userTask_decideReview",
            "userTask_recordRatification");
    assertThat(saidLater).isEmpty();
    assertThat(judged).hasSizeGreaterThanOrEqualTo(7);
  }

  /** The same office, but the first task of each kind is done on its page. */
  private Office atTheDesk() {
    return (Office)
        Proxy.newProxyInstance(
            Office.class.getClassLoader(),
            new Class<?>[] {Office.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("complete")) {
                OpenTask task = (OpenTask) arguments[0];
                if (done.add(task.key())) {
                  completeOnItsPage(task, (String) arguments[1], fields(arguments[2]));
                  return null;
                }
              }
              try {
                return method.invoke(office, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void completeOnItsPage(OpenTask task, String account, Map<String, Object> fields) {
    Visitor person = people.computeIfAbsent(account, name -> Visitor.person(port, name));
    String address = "/tasks/" + task.id();
    Document page = page(person.open(address), task);
    Map<String, String> sent = inItsFields(page.selectFirst("form.form"));
    fields.forEach(
        (name, value) -> {
          if (Boolean.FALSE.equals(value)) {
            sent.remove(name);
          } else if (value != null) {
            sent.put(name, value.toString());
          }
        });

    everythingThatIsWrongIsSaidAtOnce(task, account, fields, page.selectFirst("form.form"));

    HttpResponse<String> answer = person.postForm(address, sent);

    assertThat(answer.statusCode())
        .as(task.key() + " " + Jsoup.parse(answer.body()).select("#form-problems").text())
        .isEqualTo(302);
    String next = Visitor.location(answer);
    Document after = page(person.open(next), task);
    // An Ally's answer leads to its receipt.
    assertThat(after.select("[role=status]").text())
        .as(task.key())
        .contains(next.startsWith("/rounds/") ? "on record" : task.name());
    assertThat(person.get(address + "/draft").statusCode()).as(task.key()).isEqualTo(204);
  }

  /**
   * With a day or a number that nobody can read and something else that is wrong, both are named,
   * whatever the other one is: nobody mends the one to be told of the next.
   */
  private void everythingThatIsWrongIsSaidAtOnce(
      OpenTask task, String account, Map<String, Object> fields, Element form) {
    List<String> read =
        names(form, "[id^=date_], [id^=time_], [id^=number_]", fields).stream()
            .limit(UNREAD)
            .toList();
    for (String unread : read) {
      Map<String, Object> unreadable = with(fields, unread, "not to be read");
      // Whatever else is wrong with it, it is refused.
      assertThat(faults(task, account, unreadable)).as(task.key()).anyMatch(isOf(unread));
      for (String other : names(form, "input, textarea, select", fields)) {
        for (String wrong : other.equals(unread) ? List.<String>of() : wrong(form, other)) {
          Set<Fault> alone = faults(task, account, with(fields, other, wrong));
          Set<Fault> both = refused(task, account, with(unreadable, other, wrong));
          alone.stream()
              // What speaks of the other field cannot be said without it.
              .filter(fault -> !speaksOf(fault, fields.get(unread).toString()))
              .filter(fault -> !fault.field().equals(unread) && !both.contains(fault))
              .map(fault -> "%s, %s unread: %s".formatted(task.key(), unread, fault))
              .forEach(saidLater::add);
          if (!alone.isEmpty()) {
            judged.add(task.key());
          }
        }
      }
    }
  }

  /** What is wrong in a field wherever the business judges it at all. */
  private static List<String> wrong(Element form, String field) {
    String id = form.select("[name=" + field + "]").attr("id");
    return id.startsWith("date_")
        ? List.of("2999-01-01", "1800-01-01")
        : id.startsWith("number_") ? List.of("999999999") : List.of("no | such | thing");
  }

  private static boolean speaksOf(Fault fault, String text) {
    return Stream.concat(
            Stream.of(text, "that day"), Dates.read(text).found().map(Dates::words).stream())
        .anyMatch(fault.message()::contains);
  }

  private static List<String> names(Element form, String which, Map<String, Object> fields) {
    return form.select(which).eachAttr("name").stream()
        .distinct()
        .filter(fields::containsKey)
        .toList();
  }

  private static Map<String, Object> with(Map<String, Object> fields, String field, String text) {
    Map<String, Object> changed = new HashMap<>(fields);
    changed.put(field, text);
    return changed;
  }

  private static Predicate<Fault> isOf(String field) {
    return fault -> fault.field().equals(field);
  }

  /** What a task is refused for; it stays as it is, also if it is not refused. */
  private Set<Fault> faults(OpenTask task, String account, Map<String, Object> fields) {
    TransactionTemplate trial = new TransactionTemplate(transactions);
    return trial.execute(
        transaction -> {
          transaction.setRollbackOnly();
          return refused(task, account, fields);
        });
  }

  private Set<Fault> refused(OpenTask task, String account, Map<String, Object> fields) {
    try {
      office.complete(task, account, fields);
      return Set.of();
    } catch (Refused refused) {
      return Set.copyOf(refused.faults());
    }
  }

  private static Document page(HttpResponse<String> answer, OpenTask task) {
    assertThat(answer.statusCode()).as(task.key()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** What a browser would send if nobody had typed anything. */
  private static Map<String, String> inItsFields(Element form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : form.select("input[name], textarea[name]")) {
      boolean isChosen = !field.attr("type").matches("radio|checkbox") || field.hasAttr("checked");
      if (isChosen && !field.attr("name").startsWith("_")) {
        fields.put(field.attr("name"), field.val());
      }
    }
    for (Element choice : form.select("select[name]")) {
      fields.put(choice.attr("name"), choice.select("option[selected]").val());
    }
    return fields;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(Object fields) {
    return (Map<String, Object>) fields;
  }
}
