package app.chancery.documents;

import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.Corrected;
import app.chancery.records.Correction;
import app.chancery.records.Corrections;
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
  private final Corrections corrections;

  Library(Deliverables deliverables, Programmes programmes, Corrections corrections) {
    this.deliverables = deliverables;
    this.corrections = corrections;
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
        .map(deliverable -> view(deliverable, groups))
        .orElseThrow(
            () -> new NotFound(Words.of("library.hasNoDeliverable").formatted(programme, id)));
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
   * staff; what is approved, everybody who is of a group.
   */
  public static boolean mayRead(Deliverable deliverable, Collection<String> groups) {
    if (!deliverable.kind().readers().isEmpty()) {
      return groups.stream().anyMatch(deliverable.kind().readers()::contains);
    }
    return deliverable.isApproved() ? !groups.isEmpty() : Groups.areStaff(groups);
  }

  /** For those who may read everything, such as the commands on one's own machine. */
  public DeliverableView view(Deliverable deliverable) {
    return view(deliverable, corrections.of(deliverable.programme()));
  }

  private DeliverableView view(Deliverable deliverable, Collection<String> groups) {
    return view(deliverable, corrections.shownTo(groups, deliverable.programme()));
  }

  private DeliverableView view(Deliverable deliverable, List<Correction> ofProgramme) {
    List<Correction> since = Corrections.since(deliverable.createdAt(), ofProgramme);
    return DeliverableView.of(deliverable, nameThen(deliverable, since), since);
  }

  /** The document goes on to name the candidate as it did. */
  private String nameThen(Deliverable deliverable, List<Correction> since) {
    return since.stream()
        .filter(each -> each.what() == Corrected.CANDIDATE_NAME)
        .findFirst()
        .map(Correction::before)
        .or(() -> programmes.find(deliverable.programme()).map(Programme::name))
        .orElse(deliverable.programme());
  }
}
