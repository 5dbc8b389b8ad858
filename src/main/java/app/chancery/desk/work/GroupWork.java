package app.chancery.desk.work;

import app.chancery.desk.work.Handed.Done;
import app.chancery.desk.work.Handed.Left;
import app.chancery.desk.work.WorkLists.Load;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.Heads;
import app.chancery.platform.people.Names;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What a group has to do and who of it does it, for its head: who gives tasks to members and takes
 * them back, one or several, each by itself.
 */
@Service
class GroupWork {

  private final WorkLists lists;
  private final Hands hands;
  private final Absences absences;

  GroupWork(WorkLists lists, Hands hands, Absences absences) {
    this.lists = lists;
    this.hands = hands;
    this.absences = absences;
  }

  /**
   * @throws NotFound if the person is not the head of that group
   */
  void refuseOthers(Person person, String group) {
    if (!Heads.isHead(person, group)) {
      throw new NotFound(Words.of("work.group.none"));
    }
  }

  /** People of one name are told apart by their accounts. */
  List<Load> loads(String group) {
    List<Load> loads = lists.loads(group);
    Map<String, String> names = new LinkedHashMap<>();
    loads.stream()
        .filter(load -> load.account() != null)
        .forEach(load -> names.put(load.account(), load.name()));
    Map<String, String> apart = Names.apart(names);
    return loads.stream()
        .map(load -> load.account() == null ? load : load.called(apart.get(load.account())))
        .toList();
  }

  /**
   * @param account of a member of the group; blank if nobody was chosen
   */
  Handed give(Person person, String group, Collection<String> ids, String account) {
    String key = "work.done.given";
    Optional<Load> to =
        loads(group).stream()
            .filter(Load::member)
            .filter(load -> load.account().equals(account))
            .findFirst();
    if (to.isEmpty()) {
      String why = Words.of(account.isBlank() ? "work.group.nobody" : "work.group.stranger");
      return new Handed(key, "", List.of(), List.of(new Left("", why)));
    }
    return each(
        person,
        group,
        ids,
        account,
        new Handed(
            absences.isUncovered(account) ? "work.done.given.uncovered" : key,
            to.get().name(),
            List.of(),
            List.of()));
  }

  Handed takeBack(Person person, String group, Collection<String> ids) {
    return each(
        person, group, ids, null, new Handed("work.done.takenBack", "", List.of(), List.of()));
  }

  private Handed each(
      Person person, String group, Collection<String> ids, String account, Handed as) {
    refuseOthers(person, group);
    Map<String, WorkItem> items =
        lists.ofGroup(person, group, ids).stream()
            .collect(Collectors.toMap(WorkItem::id, Function.identity()));
    Set<String> seen = seen(person, ids);
    List<Done> done = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    for (String id : ids) {
      WorkItem item = items.get(id);
      if (item == null) {
        left.add(new Left("", PlainText.sentence(Words.of("work.group.gone"))));
        continue;
      }
      Heads.inPlace(
              person, group, () -> PassingOn.tried(id, task -> hands.assign(task, group, account)))
          .ifPresentOrElse(
              why -> left.add(new Left(item.label(), PlainText.sentence(why))),
              () -> done.add(new Done(seen.contains(id) ? id : "", item.label())));
    }
    return new Handed(as.key(), as.to(), done, left);
  }

  /** Those of these tasks whose pages are there for the person. */
  Set<String> seen(Person person, Collection<String> ids) {
    return lists.those(person, ids).stream().map(WorkItem::id).collect(Collectors.toSet());
  }
}
