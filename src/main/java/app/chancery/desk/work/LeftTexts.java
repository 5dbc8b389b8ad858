package app.chancery.desk.work;

import app.chancery.platform.forms.Draft;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.refusal.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * What somebody typed into tasks that ended meanwhile, because a colleague or a deadline was
 * faster. Nobody else reads it; it is there to be copied until it is discarded or its time is over.
 */
@Service
public class LeftTexts {

  private final Drafts drafts;
  private final Forms forms;
  private final TaskFiles files;
  private final TaskViews views;

  LeftTexts(Drafts drafts, Forms forms, TaskFiles files, TaskViews views) {
    this.drafts = drafts;
    this.forms = forms;
    this.files = files;
    this.views = views;
  }

  /**
   * Of the person who acts, what was typed last first.
   *
   * @param most how many at most
   */
  public List<LeftText> newest(int most) {
    return all().limit(most).toList();
  }

  /** All of the person who acts, each looked at when it is asked for. */
  public Stream<LeftText> all() {
    return drafts.tasksLeft().stream().map(this::find).flatMap(Optional::stream);
  }

  /** Empty if nothing was written, or if the task is no longer there for the person. */
  private Optional<LeftText> find(String id) {
    FormPlace place = FormPlace.task(id);
    try {
      Optional<Draft> draft = drafts.find(place);
      Map<String, String> texts = forms.texts(place, draft.map(Draft::fields).orElse(Map.of()));
      if (texts.isEmpty() || files.find(id).isPresent()) {
        return Optional.empty();
      }
      EndedTask task = files.ended(id);
      return Optional.of(
          new LeftText(
              task,
              forms.whyGone(place).orElse(""),
              views.candidate(task.programme()),
              views.words(draft.orElseThrow().savedAt().toInstant()),
              texts));
    } catch (NotFound notTheirsAnyMore) {
      return Optional.empty();
    }
  }
}
