package app.chancery.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sampleAccounts whether the accounts to try are created; only the {@code local} profile
 *     does
 * @param admin the first administrator; ignored once the database has one
 */
@ConfigurationProperties("chancery")
record PeopleSettings(@DefaultValue("false") boolean sampleAccounts, @DefaultValue Admin admin) {

  /**
   * @param password never defaults to anything
   * @param recovery whether that account is given the password and made an administrator at this
   *     start, although there is one: for whoever has lost theirs
   */
  record Admin(
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("false") boolean recovery) {

    boolean given() {
      return !user.isBlank() && !password.isBlank();
    }

    /** The password must not come into a log by accident. */
    @Override
    public String toString() {
      return "Admin[user=" + user + "]";
    }
  }
}
