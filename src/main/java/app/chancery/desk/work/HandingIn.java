package app.chancery.desk.work;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.Unexpected;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What becomes of a form that a page sends, the same on every page: it is taken and leads on, or it
 * comes back with all that was typed and with what is wrong. Whatever went wrong, the text stays
 * with who typed it.
 */
public final class HandingIn {

  private HandingIn() {}

  /** The page that the form came from, as it was sent. */
  @FunctionalInterface
  public interface Again {
    ModelAndView page(List<Fault> faults, HttpStatus status);
  }

  /**
   * @param take takes the form and says where that leads
   * @throws NotFound if what the form is about is not there for the person
   */
  public static ModelAndView of(Supplier<ModelAndView> take, Again again) {
    try {
      return take.get();
    } catch (Refused refused) {
      return again.page(
          refused.faults(),
          refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
    } catch (NotFound notThere) {
      throw notThere;
    } catch (RuntimeException failure) {
      return again.page(
          List.of(new Fault("", Unexpected.failed(failure))), HttpStatus.INTERNAL_SERVER_ERROR);
    }
  }
}
