package app.chancery.desk.work;

import app.chancery.platform.forms.Draft;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.FormView;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.Unexpected;
import app.chancery.platform.security.Person;
import app.chancery.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One task: what there is to know, its form beside it, and what comes after. */
@Controller
class TaskPages {

  private final TaskFiles files;
  private final Forms forms;
  private final Drafts drafts;

  TaskPages(TaskFiles files, Forms forms, Drafts drafts) {
    this.files = files;
    this.forms = forms;
    this.drafts = drafts;
  }

  @GetMapping("/tasks/{id}")
  ModelAndView task(@PathVariable String id) {
    FormPlace place = FormPlace.task(id);
    return files
        .find(id)
        .map(file -> page(file, file.doable() ? forms.open(place) : null, HttpStatus.OK))
        .orElseGet(
            () -> gone(id, drafts.find(place).map(Draft::fields).orElse(Map.of()), HttpStatus.OK));
  }

  /** Without a script of the page: shows what depends on the answers so far. */
  @PostMapping(path = "/tasks/{id}", params = "look")
  ModelAndView look(@PathVariable String id, @RequestParam Map<String, String> sent) {
    return again(id, sent, List.of(), HttpStatus.OK);
  }

  @PostMapping(path = "/tasks/{id}", params = "discard")
  String discard(@PathVariable String id) {
    files.find(id);
    drafts.forget(FormPlace.task(id));
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/tasks/{id}")
  ModelAndView complete(
      @PathVariable String id,
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal Person person) {
    try {
      files.find(id).ifPresent(file -> refuseOthers(file, sent, person));
      forms.submit(FormPlace.task(id), sent);
      return new ModelAndView("redirect:/tasks/" + id + "/done");
    } catch (Refused refused) {
      return again(
          id,
          sent,
          refused.faults(),
          refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
    } catch (NotFound notThere) {
      throw notThere;
    } catch (RuntimeException failure) {
      // The text stays with who typed it, whatever went wrong.
      return again(
          id,
          sent,
          List.of(new Fault("", Unexpected.failed(failure))),
          HttpStatus.INTERNAL_SERVER_ERROR);
    }
  }

  @GetMapping("/tasks/{id}/done")
  ModelAndView done(@PathVariable String id) {
    return files.find(id).isPresent()
        ? new ModelAndView("redirect:/tasks/" + id)
        : new ModelAndView("task-done").addObject("task", files.ended(id));
  }

  private static void refuseOthers(TaskFile file, Map<String, String> sent, Person person) {
    String reader = sent.getOrDefault("reader", person.id());
    if (!reader.equals(person.id())) {
      throw new Conflict("", Words.of("form.otherReader").formatted(reader));
    }
    if (!file.doable()) {
      throw new Refused("", Words.of("form.notYours"));
    }
    if (file.holder() != null && !file.holder().equals(person.id())) {
      throw new Conflict("", Words.of("task.taken").formatted(file.holder()));
    }
  }

  private ModelAndView again(
      String id, Map<String, String> sent, List<Fault> faults, HttpStatus status) {
    Optional<TaskFile> file = files.find(id);
    if (file.isEmpty()) {
      return gone(id, sent, HttpStatus.CONFLICT);
    }
    return page(
        file.get(),
        file.get().doable() ? forms.again(FormPlace.task(id), sent, faults) : null,
        status);
  }

  private static ModelAndView page(TaskFile file, FormView form, HttpStatus status) {
    return new ModelAndView("task", status).addObject("task", file).addObject("form", form);
  }

  /** What became of the task; and what its reader has typed into it, to be copied. */
  private ModelAndView gone(String id, Map<String, ?> typed, HttpStatus status) {
    Map<String, Object> texts = new LinkedHashMap<>(typed);
    texts.keySet().removeIf(name -> name.startsWith("_") || name.equals("reader"));
    texts.values().removeIf(text -> !(text instanceof String written) || written.isBlank());
    return new ModelAndView("task-gone", status)
        .addObject("task", files.ended(id))
        .addObject("texts", texts);
  }
}
