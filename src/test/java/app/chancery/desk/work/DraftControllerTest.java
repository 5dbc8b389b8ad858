package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.platform.forms.Draft;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DraftControllerTest {

  private static final FormPlace PLACE = FormPlace.task("task");

  private static final Map<String, Object> TYPED = Map.of("note", "half a sentence");

  private static final Refused REFUSED = new Refused("note", "is none of this form");

  private final Forms forms = mock(Forms.class);
  private final Drafts drafts = mock(Drafts.class);
  private final TaskFiles files = mock(TaskFiles.class);
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final DraftController controller =
      new DraftController(forms, drafts, files, mock(Author.class), mock(Signatures.class));

  @Test
  void whatIsTypedIsKeptAlsoIfAColleagueDoesTheTaskWhileItIsSaved() {
    Draft kept = new Draft(TYPED, OffsetDateTime.now(ZoneOffset.UTC), null, null);
    when(files.find("task")).thenReturn(Optional.of(open())).thenReturn(Optional.empty());
    when(forms.save(PLACE, TYPED, null, null)).thenThrow(REFUSED);
    when(forms.whyGone(PLACE)).thenReturn(Optional.of("Nora Hansen has completed it."));
    when(drafts.save(PLACE, TYPED, null, null)).thenReturn(kept);

    assertThatThrownBy(this::save)
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("Nora Hansen has completed it.");
    assertThat(response.getHeader("X-CHANCERY-DRAFT")).isEqualTo(kept.version());
  }

  @Test
  void whatIsWrongIsSaidWhileTheTaskIsOpen() {
    when(files.find("task")).thenReturn(Optional.of(open()));
    when(forms.save(PLACE, TYPED, null, null)).thenThrow(REFUSED);

    assertThatThrownBy(this::save).isSameAs(REFUSED);
  }

  private void save() {
    controller.saveOfTask("task", new DraftController.Typed(TYPED), null, null, null, response);
  }

  private static TaskFile open() {
    return new TaskFile(
        "task",
        "userTask_approvePackage",
        "Approve the package",
        "XR-2026",
        "Design the engagement package",
        null,
        null,
        List.of("executives"),
        Instant.EPOCH,
        null,
        false,
        true,
        null,
        null,
        false,
        null);
  }
}
