package app.chancery.documents;

import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.security.Delegations;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The deliverables as their readers may see them. What somebody may not read does not exist for
 * them, so that not even its existence is told.
 */
@Service
public class Library {

  private final Deliverables deliverables;
  private final Programmes programmes;

  Library(Deliverables deliverables, Programmes programmes) {
    this.deliverables = deliverables;
    this.programmes = programmes;
  }

  /**
   * @param groups of the reader
   * @throws NotFound if there is no such programme, or no such deliverable for this reader
   */
  public DeliverableView find(String programme, long id, Collection<String> groups) {
    return deliverables
        .find(programme, id)
        .filter(deliverable -> mayRead(deliverable, groups))
        .map(this::view)
        .orElseThrow(() -> new NotFound("%s has no deliverable %s".formatted(programme, id)));
  }

  /**
   * What the reader may read of a programme, oldest first.
   *
   * @param groups of the reader
   * @throws NotFound if there is no such programme
   */
  public List<DeliverableEntry> list(String programme, Collection<String> groups) {
    programmes.get(programme);
    return deliverables.of(programme).stream()
        .filter(deliverable -> mayRead(deliverable, groups))
        .map(DeliverableEntry::of)
        .toList();
  }

  /**
   * Whether somebody of these groups may read it: a restricted kind only its readers; a draft only
   * staff; what is approved, delegations too.
   */
  public static boolean mayRead(Deliverable deliverable, Collection<String> groups) {
    if (!deliverable.kind().readers().isEmpty()) {
      return groups.stream().anyMatch(deliverable.kind().readers()::contains);
    }
    return groups.stream().anyMatch(group -> deliverable.isApproved() || !Delegations.isOne(group));
  }

  /** For those who may read everything, such as the commands on one's own machine. */
  public DeliverableView view(Deliverable deliverable) {
    return DeliverableView.of(
        deliverable,
        programmes
            .find(deliverable.programme())
            .map(Programme::name)
            .orElse(deliverable.programme()));
  }
}
