package app.chancery.platform.audit;

import java.util.Collection;
import java.util.function.UnaryOperator;

/** Who acts, and who that is. */
public interface Actors {

  /** The account that acts now, and in whose place; as records are signed. */
  String now();

  /** Name and function of each of some accounts, as records are signed with them. */
  UnaryOperator<String> called(Collection<String> accounts);
}
