package app.chancery.platform.signon;

import app.chancery.platform.words.Coded;

/** Why nobody came in by the provider; the word of each is the sentence on the login page. */
enum ProviderRefusal implements Coded {
  /** It cannot be reached, or not in time. */
  AWAY,
  /** It, or the person there, has said no. */
  DECLINED,
  /** What came back belongs to no login of this browser, or is not the provider's. */
  NOT_PROVEN,
  NO_ROLE,
  /** The account was deleted here. */
  CLOSED,
  /** There is such an account, of somebody else. */
  TAKEN,
  /** What the provider says of the person's name cannot be an account's. */
  NO_ACCOUNT,
  ONLY_ADMINISTRATOR
}
