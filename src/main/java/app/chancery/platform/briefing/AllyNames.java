package app.chancery.platform.briefing;

import java.util.function.UnaryOperator;

/** The names of the Allies, whose delegations do tasks of their own. */
public interface AllyNames {

  /** Gives the name of the Ally with an ISO 3166-1 alpha-2 code, and the code if there is none. */
  UnaryOperator<String> names();
}
