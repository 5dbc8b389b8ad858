package app.chancery.deliverables;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Who may read which document: a question of the reader's groups. */
@Service
public class Readers {

  /**
   * Whether the person whose request this is may read the document. Restricted kinds are for their
   * readers alone; drafts are for staff, not for delegations.
   */
  public boolean mayRead(Deliverable deliverable) {
    return Library.mayRead(deliverable, groups());
  }

  private static Set<String> groups() {
    Authentication reader = SecurityContextHolder.getContext().getAuthentication();
    Collection<? extends GrantedAuthority> authorities =
        reader == null ? Set.of() : reader.getAuthorities();
    return authorities.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
  }
}
