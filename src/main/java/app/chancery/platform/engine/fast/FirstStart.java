package app.chancery.platform.engine.fast;

import java.io.File;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this start makes the sample portfolio, in an embedded database that is not there yet. */
class FirstStart implements Condition {

  private static final String FILE = "jdbc:h2:file:";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment settings = context.getEnvironment();
    String url = settings.getProperty("spring.datasource.url", "");
    return settings.getProperty("chancery.sample-portfolio", Boolean.class, false)
        && url.startsWith(FILE)
        // It is there, but empty: as nobody else is to read it.
        && new File(url.substring(FILE.length()).split(";", 2)[0] + ".mv.db").length() == 0;
  }
}
