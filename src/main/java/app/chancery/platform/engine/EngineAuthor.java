package app.chancery.platform.engine;

import app.chancery.platform.people.Author;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Signatures;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The person whose request the engine is working on; Chancery itself in a timer or a retry. */
@Component
class EngineAuthor implements Author {

  private final IdentityService identities;
  private final Signatures signatures;

  EngineAuthor(@Lazy IdentityService identities, @Lazy Signatures signatures) {
    this.identities = identities;
    this.signatures = signatures;
  }

  @Override
  public String name() {
    String account = account();
    return CHANCERY.equals(account) ? account : signatures.recorded(InPlace.signed(account));
  }

  @Override
  public String self() {
    return signatures.recorded(account());
  }

  @Override
  public String account() {
    Authentication authentication = identities.getCurrentAuthentication();
    return authentication == null || authentication.getUserId() == null
        ? CHANCERY
        : authentication.getUserId();
  }

  @Override
  public boolean isOneOf(Set<String> groups) {
    Authentication authentication = identities.getCurrentAuthentication();
    return authentication == null
        || authentication.getUserId() == null
        || authentication.getGroupIds() != null
            && authentication.getGroupIds().stream().anyMatch(groups::contains);
  }
}
