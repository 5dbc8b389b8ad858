package app.chancery.platform.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Whatever a page says passes {@link UnbrokenKeys}. */
@Component
class KeysOnPages extends AbstractDialect implements IPostProcessorDialect {

  private static final int LAST = 1000;

  KeysOnPages() {
    super("keys on pages");
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return LAST;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, UnbrokenKeys.class, LAST));
  }
}
