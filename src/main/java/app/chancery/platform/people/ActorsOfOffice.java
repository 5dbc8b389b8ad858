package app.chancery.platform.people;

import app.chancery.platform.audit.Actors;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Tells the audit who acts. */
@Component
class ActorsOfOffice implements Actors {

  private final Author author;
  private final Signatures signatures;

  ActorsOfOffice(Author author, Signatures signatures) {
    this.author = author;
    this.signatures = signatures;
  }

  @Override
  public String now() {
    return author.name();
  }

  @Override
  public UnaryOperator<String> called(Collection<String> accounts) {
    return signatures.ofAll(accounts);
  }
}
