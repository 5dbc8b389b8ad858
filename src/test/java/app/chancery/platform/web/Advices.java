package app.chancery.platform.web;

import org.springframework.web.accept.ContentNegotiationManager;

/** The advices of the REST interface, for tests that set up a controller alone. */
public final class Advices {

  private Advices() {}

  public static Object[] all() {
    return new Object[] {
      new RefusalAdvice(),
      new UnservedAdvice(new ContentNegotiationManager(), "format"),
      new FailureAdvice()
    };
  }
}
