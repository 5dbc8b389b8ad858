package app.chancery.desk.work;

import app.chancery.platform.people.Person;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For whom a task is, to be marked in Tasklist as on the desk. */
@RestController
class InPlaceController {

  private final WorkLists lists;

  InPlaceController(WorkLists lists) {
    this.lists = lists;
  }

  /**
   * @param tasks their ids, separated by a comma
   * @return the names of those in whose place the person does them, by the ids; 204 if the person
   *     stands in for nobody
   */
  @GetMapping("/work/in-place")
  ResponseEntity<Map<String, String>> inPlace(
      @RequestParam String tasks, @AuthenticationPrincipal Person person) {
    if (person.inPlaceOf().isEmpty()) {
      return ResponseEntity.noContent().build();
    }
    return ResponseEntity.ok(
        lists.those(person, Arrays.asList(tasks.split(","))).stream()
            .filter(each -> each.absent() != null)
            .collect(Collectors.toMap(WorkItem::id, WorkItem::absent)));
  }
}
