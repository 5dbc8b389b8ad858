package app.chancery.platform.web;

/** The advices of the REST interface, for tests that set up a controller alone. */
public final class Advices {

  private Advices() {}

  public static Object[] all() {
    return new Object[] {new RefusalAdvice(), new UnservedAdvice(), new FailureAdvice()};
  }
}
