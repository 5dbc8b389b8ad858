package app.chancery.documents;

import app.chancery.platform.people.Groups;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Who may read which document: a question of the reader's groups. */
@Service
public class Readers {

  /**
   * Whether the person whose request this is may read the document. Restricted kinds are for their
   * readers alone; drafts are for the staff.
   */
  public boolean mayRead(Deliverable deliverable) {
    return Library.mayRead(deliverable, groups());
  }

  private static List<String> groups() {
    Authentication reader = SecurityContextHolder.getContext().getAuthentication();
    return reader == null ? List.of() : Groups.of(reader);
  }
}
