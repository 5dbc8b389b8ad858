package app.chancery.platform.security;

import app.chancery.platform.words.Coded;

/** To whom an address is open. */
enum Audience implements Coded {
  /** Also without a login. */
  ANYBODY,
  EVERYBODY,
  /** Of some groups, or in the place of such a person. */
  MEMBERS,
  /** Of some groups, and the delegation of the Ally that it is about: the business knows which. */
  MEMBERS_OR_DELEGATION,
  NOBODY
}
