package app.chancery.documents;

import app.chancery.platform.people.Groups;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of a document, as links on forms and pages name it. */
@Controller
class DeliverablePageController {

  private final Library library;

  DeliverablePageController(Library library) {
    this.library = library;
  }

  @GetMapping(
      path = "/programmes/{key}/deliverables/{id:[0-9]{1,18}}",
      produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  DeliverableView page(@PathVariable String key, @PathVariable long id, Authentication reader) {
    return library.find(key, id, Groups.of(reader));
  }
}
