package app.chancery.security;

/** The database has no administrator and none was given: the application must not start. */
class NoAdministrator extends RuntimeException {

  NoAdministrator() {
    super("There is no administrator, and none was given");
  }
}
