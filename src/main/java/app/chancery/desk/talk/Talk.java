package app.chancery.desk.talk;

import app.chancery.desk.talk.CommentView.Piece;
import app.chancery.platform.files.IncomingFiles;
import app.chancery.platform.files.Sizes;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.time.Days;
import app.chancery.records.talk.Comment;
import app.chancery.records.talk.Comments;
import app.chancery.records.talk.TalkFile;
import app.chancery.records.talk.TalkFiles;
import app.chancery.records.talk.TalkPlace;
import app.chancery.records.talk.TalkReceipts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is said in a place, for whichever page shows it: {@code @talk} in a template. */
@Component
public class Talk {

  private final Grounds grounds;
  private final Comments comments;
  private final TalkFiles files;
  private final IncomingFiles incoming;
  private final TalkReceipts receipts;
  private final Signatures signatures;
  private final Days days;

  Talk(
      Grounds grounds,
      Comments comments,
      TalkFiles files,
      IncomingFiles incoming,
      TalkReceipts receipts,
      Signatures signatures,
      Days days) {
    this.grounds = grounds;
    this.comments = comments;
    this.files = files;
    this.incoming = incoming;
    this.receipts = receipts;
    this.signatures = signatures;
    this.days = days;
  }

  /**
   * What is shown beside what was said.
   *
   * @param page of it, 0 for the newest
   * @param form what somebody is saying
   * @param changed the comment in whose place it is said; null for a new one
   * @param fileFault a sentence on what is wrong with a file; null if nothing is
   */
  record Saying(int page, CommentForm form, Long changed, String fileFault) {

    static final Saying NOTHING = at(0);

    static Saying at(int page) {
      return new Saying(page, CommentForm.EMPTY, null, null);
    }

    static Saying anew(CommentForm form) {
      return new Saying(0, form, null, null);
    }

    static Saying instead(long comment, CommentForm form) {
      return new Saying(0, form, comment, null);
    }

    static Saying ofFile(String fault) {
      return new Saying(0, CommentForm.EMPTY, null, fault);
    }

    private CommentForm anew() {
      return changed == null ? form : CommentForm.EMPTY;
    }

    private boolean changes(Comment comment) {
      return changed != null && changed == comment.id();
    }
  }

  public TalkView onProgramme(String key) {
    return view(grounds.programme(key), Saying.NOTHING);
  }

  /**
   * @return null if nobody talks on this task, or not with the person who acts
   */
  public TalkView onTask(String id) {
    return grounds.task(id).map(open -> view(open, Saying.NOTHING)).orElse(null);
  }

  TalkView view(Grounds.Open ground, Saying saying) {
    TalkPlace place = ground.place();
    int count = comments.count(place);
    int pages = (int) PageNumber.pages(count, comments.perPage());
    int page = Math.max(0, Math.min(saying.page(), pages - 1));
    List<Comment> shown = comments.of(place, page);
    List<TalkFile> there = files.of(place);
    UnaryOperator<String> names = signatures.ofHolders(accounts(shown, there));
    Map<Long, String> written =
        comments.written(shown.stream().filter(comments::isChangeable).toList());
    return new TalkView(
        place.path(),
        ground.heading(),
        place.isTask(),
        ground.readers(),
        ground.isOpen(),
        receipts.next(place),
        count,
        page,
        pages,
        shown.stream().map(each -> comment(each, names, saying, written)).toList(),
        saying.anew(),
        there.stream().map(each -> file(each, names)).toList(),
        saying.fileFault(),
        incoming.endings(),
        incoming.largest(),
        Sizes.inWords(incoming.largest()),
        place.isTask() ? List.of() : grounds.talkedTasks(place.programme()));
  }

  private static Set<String> accounts(List<Comment> comments, List<TalkFile> files) {
    Stream<String> ofComments =
        comments.stream()
            .flatMap(each -> Stream.concat(Stream.of(each.writer()), each.mentioned().stream()));
    Stream<String> ofFiles =
        files.stream().flatMap(each -> Stream.of(each.addedBy(), each.struckBy()));
    return Stream.concat(ofComments, ofFiles).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private FileView file(TalkFile file, UnaryOperator<String> names) {
    return new FileView(
        file,
        Sizes.inWords(file.size()),
        names.apply(file.addedBy()),
        days.moment(file.addedAt()),
        file.struckBy() == null ? null : names.apply(file.struckBy()),
        files.isReturnable(file),
        files.isStrikable(file));
  }

  private CommentView comment(
      Comment comment, UnaryOperator<String> names, Saying saying, Map<Long, String> written) {
    boolean changeable = written.containsKey(comment.id());
    return new CommentView(
        comment,
        names.apply(comment.writer()),
        days.moment(comment.writtenAt()),
        changeable ? days.moment(comments.changeableUntil(comment)) : null,
        comments.isOwn(comment),
        comment.pieces().stream()
            .map(
                piece ->
                    new Piece(
                        piece.isMention() ? names.apply(piece.text()) : piece.text(),
                        piece.isMention()))
            .toList(),
        changeable ? form(comment, saying, written) : null);
  }

  private static CommentForm form(Comment comment, Saying saying, Map<Long, String> written) {
    return saying.changes(comment) ? saying.form() : CommentForm.of(written.get(comment.id()));
  }
}
