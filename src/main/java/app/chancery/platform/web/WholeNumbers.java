package app.chancery.platform.web;

import app.chancery.platform.refusal.Figures;
import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Numbers in addresses and parameters, as people write them: what stands there otherwise takes
 * {@code 0x10} for 16, {@code 1 0} for 10 and other digits for ours. It is an editor, because after
 * a converter that refuses a text Spring asks its own editor.
 */
@ControllerAdvice
class WholeNumbers {

  private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,18}");

  @InitBinder
  void readNumbers(WebDataBinder binder) {
    binder.registerCustomEditor(int.class, new Editor(BigDecimal::intValueExact));
    binder.registerCustomEditor(Integer.class, new Editor(BigDecimal::intValueExact));
    binder.registerCustomEditor(long.class, new Editor(BigDecimal::longValueExact));
    binder.registerCustomEditor(Long.class, new Editor(BigDecimal::longValueExact));
  }

  private static final class Editor extends PropertyEditorSupport {

    private final Function<BigDecimal, Number> type;

    Editor(Function<BigDecimal, Number> type) {
      this.type = type;
    }

    @Override
    public void setAsText(String text) {
      if (!WRITTEN.matcher(text).matches()) {
        throw new IllegalArgumentException(text);
      }
      try {
        setValue(type.apply(Figures.read(text).value()));
      } catch (ArithmeticException tooLarge) {
        throw new IllegalArgumentException(text, tooLarge);
      }
    }
  }
}
