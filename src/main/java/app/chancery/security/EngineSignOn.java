package app.chancery.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Checks name and password against the engine's accounts. The engine also slows down guessing:
 * after a wrong password the account takes none for a while, each time longer.
 */
class EngineSignOn implements AuthenticationProvider {

  private final IdentityService identities;

  EngineSignOn(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String id = attempt.getName();
    if (!identities.checkPassword(id, String.valueOf(attempt.getCredentials()))) {
      throw new BadCredentialsException("The name or the password is wrong");
    }
    Person person = person(id);
    return UsernamePasswordAuthenticationToken.authenticated(
        person, null, AuthorityUtils.createAuthorityList(person.groups()));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private Person person(String id) {
    User user = identities.createUserQuery().userId(id).singleResult();
    List<String> groups =
        identities.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList();
    return new Person(id, displayName(user), groups);
  }

  private static String displayName(User user) {
    String name =
        String.join(
                " ",
                user.getFirstName() == null ? "" : user.getFirstName(),
                user.getLastName() == null ? "" : user.getLastName())
            .strip();
    return name.isEmpty() ? user.getId() : name;
  }
}
