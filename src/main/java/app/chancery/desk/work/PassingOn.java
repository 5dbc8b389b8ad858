package app.chancery.desk.work;

import app.chancery.desk.work.Handed.Done;
import app.chancery.desk.work.Handed.Left;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.Colleagues;
import app.chancery.platform.people.Colleagues.Colleague;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Takes, gives back and hands over one task or several: each by itself, so that one which somebody
 * else has taken meanwhile does not keep the others.
 */
@Service
class PassingOn {

  private final WorkLists lists;
  private final Hands hands;
  private final Colleagues colleagues;
  private final Absences absences;

  PassingOn(WorkLists lists, Hands hands, Colleagues colleagues, Absences absences) {
    this.lists = lists;
    this.hands = hands;
    this.colleagues = colleagues;
    this.absences = absences;
  }

  Handed claim(Person person, Collection<String> ids) {
    return each(person, ids, new Act("work.done.claimed", "", WorkItem::mine, hands::claim));
  }

  Handed giveBack(Person person, Collection<String> ids) {
    return each(
        person,
        ids,
        new Act(
            "work.done.givenBack",
            "",
            item -> item.workable() && item.holder() == null,
            hands::giveBack));
  }

  /**
   * @param colleague an account; empty if nobody was chosen
   */
  Handed handOver(Person person, Collection<String> ids, String colleague) {
    String key = "work.done.handedOver";
    Optional<Colleague> to =
        of(person).stream().filter(each -> each.account().equals(colleague)).findFirst();
    if (to.isEmpty()) {
      String why = Words.of(colleague.isBlank() ? "work.left.nobody" : "work.left.noColleague");
      return new Handed(key, "", List.of(), List.of(new Left("", why)));
    }
    return each(
        person,
        ids,
        new Act(
            absences.isUncovered(colleague) ? "work.done.handedOver.uncovered" : key,
            to.get().name(),
            item -> colleague.equals(item.account()),
            task -> hands.handOver(task, colleague)));
  }

  /** Those whom the person may hand some task to, by name. */
  List<Colleague> of(Person person) {
    return colleagues.in(Groups.work(person.groups()), person.id());
  }

  /**
   * Those whom the person may hand a certain task to, by name.
   *
   * @param groups that may do the task
   */
  List<Colleague> of(Person person, Collection<String> groups) {
    return colleagues.in(
        Groups.work(person.groups()).stream().filter(groups::contains).toList(), person.id());
  }

  private Handed each(Person person, Collection<String> ids, Act act) {
    Map<String, WorkItem> items =
        lists.those(person, ids).stream()
            .collect(Collectors.toMap(WorkItem::id, Function.identity()));
    List<Done> done = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    for (String id : ids) {
      Optional<WorkItem> item = Optional.ofNullable(items.get(id));
      String label = item.map(WorkItem::label).orElse("");
      Optional<String> why =
          item.filter(act.done()).isPresent()
              ? Optional.empty()
              : item.flatMap(PassingOn::whyNot).or(() -> tried(id, act.doing()));
      why.ifPresentOrElse(
          reason -> left.add(new Left(label, PlainText.sentence(reason))),
          () -> done.add(new Done(id, label)));
    }
    return new Handed(act.key(), act.to(), done, left);
  }

  /** Why it did not go; empty if it did. */
  static Optional<String> tried(String task, Consumer<String> doing) {
    try {
      doing.accept(task);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.faults().stream().map(Fault::message).collect(Collectors.joining(". ")));
    } catch (NotFound e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Optional<String> whyNot(WorkItem item) {
    if (item.holder() != null && !item.inHand()) {
      return Optional.of(Words.of("work.taken").formatted(item.holder()));
    }
    if (item.workable()) {
      return Optional.empty();
    }
    return Optional.of(
        item.groups().isEmpty()
            ? Words.of("work.notYours")
            : Words.of("work.left.others").formatted(String.join(", ", item.groups())));
  }

  /**
   * What is done to each of several tasks.
   *
   * @param key of the words that say so, in the message bundle
   * @param to the name of who has it then, for those words
   * @param done whether a task is as it is to be already, as after a second click
   */
  private record Act(String key, String to, Predicate<WorkItem> done, Consumer<String> doing) {}
}
