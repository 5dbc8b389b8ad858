package app.chancery.desk.audit;

import app.chancery.consensus.Round;
import app.chancery.consensus.Stance;
import app.chancery.documents.DeliverableKind;
import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.AuditRecord;
import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.alliance.Allies;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns records, which hold codes, into what auditors read. */
@Component
class AuditRows {

  /** How records name a round, and the Ally whose answer in it they are about. */
  private static final Pattern ROUND = Pattern.compile("round ([0-9]{1,18})(?:, ([A-Z]{2}))?");

  /** How they name a document: its kind and version. */
  private static final Pattern DOCUMENT = Pattern.compile("([a-z-]+) ([0-9]{1,9})");

  private final CandidateNames candidates;
  private final Allies allies;
  private final Days days;

  AuditRows(CandidateNames candidates, Allies allies, Days days) {
    this.candidates = candidates;
    this.allies = allies;
    this.days = days;
  }

  List<AuditRow> of(List<AuditRecord> records) {
    UnaryOperator<String> countries = allies.names();
    return records.stream().map(each -> row(each, countries)).toList();
  }

  private AuditRow row(AuditRecord record, UnaryOperator<String> countries) {
    Optional<Act> act = code(Act.class, record.act());
    String subject = text(record.subject());
    Matcher round = ROUND.matcher(subject);
    boolean isRound = round.matches();
    return new AuditRow(
        record,
        days.moment(record.at().atOffset(ZoneOffset.UTC)),
        text(record.who() == null ? record.account() : record.who()),
        act.map(Coded::word).orElse(record.act()),
        what(act, record),
        record.programme() == null ? "" : candidates.inWords(record.programme()),
        record.programme() != null && candidates.of(record.programme()).isPresent(),
        isRound ? ally(round.group(2), countries) : subject(act, subject),
        isRound ? round.group(1) : null,
        Dates.inWords(text(record.why())));
  }

  private static String what(Optional<Act> act, AuditRecord record) {
    String what = text(record.what());
    if (act.equals(Optional.of(Act.POSITION))) {
      return code(Stance.class, what).map(Coded::word).orElse(what);
    }
    if (act.equals(Optional.of(Act.ROUND_ENDED))) {
      return code(Round.Status.class, what).map(Coded::word).orElse(what);
    }
    return Dates.inWords(what);
  }

  private static String subject(Optional<Act> act, String subject) {
    if (act.equals(Optional.of(Act.DECISION))) {
      return Arrays.stream(Step.values())
          .filter(step -> step.folder().equals(subject))
          .findFirst()
          .map(Step::title)
          .orElse(subject);
    }
    Matcher document = DOCUMENT.matcher(subject);
    return act.equals(Optional.of(Act.DOCUMENT_APPROVED)) && document.matches()
        ? DeliverableKind.ofSlug(document.group(1))
            .map(kind -> Words.of("audit.version").formatted(kind.title(), document.group(2)))
            .orElse(subject)
        : subject;
  }

  private static String ally(String code, UnaryOperator<String> countries) {
    return code == null ? "" : countries.apply(code);
  }

  private static <E extends Enum<E> & Coded> Optional<E> code(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.code().equals(code))
        .findFirst();
  }

  private static String text(String recorded) {
    return recorded == null ? "" : recorded;
  }
}
