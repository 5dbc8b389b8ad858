package app.chancery.deliverables;

/** A document of which no pages can be made; its content is on file all the same. */
public class Unprintable extends RuntimeException {

  Unprintable(Deliverable deliverable, RuntimeException cause) {
    super(
        "The %s of %s, version %d (deliverable %d), cannot be printed: %s"
            .formatted(
                deliverable.kind().title().toLowerCase(java.util.Locale.ENGLISH),
                deliverable.programme(),
                deliverable.version(),
                deliverable.id(),
                cause.getMessage()),
        cause);
  }
}
