package app.chancery.desk.work;

import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.Forms;
import app.chancery.platform.refusal.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A form that was refused, told once on the page that its sender is led back to: who goes on or
 * back from there is asked for nothing, and what was typed is their draft. A program has no session
 * and no next page, and gets the page at once.
 *
 * @param sent the texts by the names of the fields, as a browser sent them
 */
public record RefusedForm(FormPlace place, Map<String, String> sent, List<Fault> faults)
    implements Serializable {

  private static final String TOLD = RefusedForm.class.getName();

  public RefusedForm {
    sent = Map.copyOf(sent);
    faults = List.copyOf(faults);
  }

  /**
   * Leads back whoever has a session; a failure, and what was shown to somebody else, whose text is
   * not to be kept as the draft of this person, comes back at once as it does for a program.
   *
   * @param address of the page that has the form
   * @param account of the person who acts
   * @param page shows it at once
   */
  public static HandingIn.Again leadingBack(
      FormPlace place,
      String address,
      Map<String, String> sent,
      String account,
      Forms forms,
      HttpServletRequest request,
      HandingIn.Again page) {
    return (faults, status) -> {
      boolean stays =
          status.is5xxServerError()
              || request.getSession(false) == null
              || !sent.getOrDefault(TaskFile.READER, account).equals(account);
      if (stays) {
        return page.page(faults, status);
      }
      forms.keep(place, sent);
      RequestContextUtils.getOutputFlashMap(request)
          .put(TOLD, new RefusedForm(place, sent, faults));
      RedirectView back = new RedirectView(address);
      back.setExpandUriTemplateVariables(false);
      back.setStatusCode(HttpStatus.SEE_OTHER);
      return new ModelAndView(back);
    };
  }

  /** What is to be told on this page; empty if nothing is. */
  public static Optional<RefusedForm> toTell(HttpServletRequest request) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    return Optional.ofNullable(flash).map(told -> (RefusedForm) told.get(TOLD));
  }
}
