package app.chancery.platform.forms;

import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Words;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Forms on Chancery's own pages, in the name and with the rights of the person who acts. */
@Service
public class Forms {

  /** In what a browser sends: how much was on record when the form of a standing task was shown. */
  private static final String SEEN = "_seen";

  private final DeployedForms deployed;
  private final Expressions expressions;
  private final Drafts drafts;
  private final StartReceipts receipts;
  private final Author author;
  private final Days days;

  Forms(
      DeployedForms deployed,
      Expressions expressions,
      Drafts drafts,
      StartReceipts receipts,
      Author author,
      Days days) {
    this.deployed = deployed;
    this.expressions = expressions;
    this.drafts = drafts;
    this.receipts = receipts;
    this.author = author;
    this.days = days;
  }

  /**
   * What has become of a form as somebody went on typing.
   *
   * @param savedAt the same moment in words
   * @param hidden the ids of the parts that its conditions hide now
   * @param wrong of the other fields, what holds something that cannot be handed in, whatever it is
   *     about; it is kept all the same
   */
  public record Saved(Draft draft, String savedAt, Set<String> hidden, List<Fault> wrong) {}

  /**
   * The form for the person who acts: with their draft, or with what it starts with.
   *
   * @throws app.chancery.platform.refusal.NotFound if it is not there for this person
   * @throws Refused if the task has ended
   */
  public FormView open(FormPlace place) {
    return open(place, Map.of());
  }

  /**
   * @param given what fields start with, unless their draft has something in them
   */
  public FormView open(FormPlace place, Map<String, String> given) {
    OpenForm form = deployed.open(place);
    Facts facts = facts(form);
    Optional<Draft> draft = drafts.find(place);
    Map<String, String> begun = new LinkedHashMap<>(draft.map(Draft::texts).orElse(Map.of()));
    given.forEach((field, text) -> begun.merge(field, text, Forms::first));
    Entries entries = Entries.start(form.definition(), facts, begun);
    return view(
        place,
        form,
        facts,
        entries,
        List.of(),
        draft,
        draft.map(Draft::once).orElse(null),
        onRecord(facts));
  }

  private static String first(String typed, String given) {
    return typed.isBlank() ? given : typed;
  }

  /**
   * The form as it was sent, with what is wrong at its place.
   *
   * @param sent the texts by the names of the fields, as a browser sends them
   */
  public FormView again(FormPlace place, Map<String, String> sent, List<Fault> faults) {
    OpenForm form = deployed.open(place);
    Facts facts = facts(form);
    // Whoever is told here what is on record now has seen it.
    boolean told = faults.stream().anyMatch(fault -> fault.message().equals(answeredSince(facts)));
    return view(
        place,
        form,
        facts,
        Entries.sent(form.definition(), sent),
        faults,
        drafts.find(place),
        sent.get(StartReceipts.ONCE),
        told ? onRecord(facts) : sent.get(SEEN));
  }

  /**
   * Checks what was filled in for a task as the form's definition asks, and hands it in. The draft
   * is gone then.
   *
   * @param sent the texts by the names of the fields, as a browser sends them
   * @throws Refused naming every field that something is wrong with
   */
  public void submit(FormPlace task, Map<String, String> sent) {
    Filled filled = filled(task, sent);
    deployed.submit(task, checked(task, filled));
    drafts.noteHandedIn(task, filled.entries().texts());
  }

  /**
   * When the person who acts has handed in the form of a task that has ended with those very texts,
   * for example in another window; in words. Empty if they never have.
   *
   * @param typed by the names of the fields, a text or, of a tick box, a Boolean
   */
  public Optional<String> handedIn(FormPlace task, Map<String, Object> typed) {
    Map<String, String> texts = new LinkedHashMap<>();
    typed.forEach((name, value) -> texts.put(name, value.toString()));
    return handedInAs(task, texts);
  }

  /** The same of what a browser sends. */
  public Optional<String> handedInAs(FormPlace task, Map<String, String> sent) {
    Entries entries = Entries.sent(deployed.ofEnded(task), sent);
    return drafts.handedIn(task, entries.texts()).map(this::words);
  }

  /**
   * The same of what starts a process, which is taken once under the number it was opened with.
   *
   * @throws HandedInAlready if that number has been used
   */
  public StartReceipt start(FormPlace start, Map<String, String> sent) {
    String once = StartReceipts.orNext(sent.get(StartReceipts.ONCE));
    Filled filled = filled(start, sent);
    receipts.refuseUsed(start, once, filled.typed());
    return receipts.handIn(start, once, checked(start, filled));
  }

  /**
   * What is filled in, unless the definition of the form finds something wrong; what the business
   * finds besides is told with it, so that nobody mends one fault to be told of the next.
   */
  private Map<String, Object> checked(FormPlace place, Filled filled) {
    try {
      return filled.checked();
    } catch (Refused refused) {
      throw new Refused(filled.inOrder(refused.faults(), deployed.tried(place, filled.forTrial())));
    }
  }

  private Filled filled(FormPlace place, Map<String, String> sent) {
    OpenForm form = deployed.open(place);
    Facts facts = facts(form);
    refuseUnseen(sent.get(SEEN), facts);
    Entries entries = Entries.sent(form.definition(), sent);
    return new Filled(
        form.definition(),
        facts,
        entries,
        Conditions.hidden(form.definition(), facts, entries, expressions));
  }

  /**
   * A form as it was filled in.
   *
   * @param hidden the ids of the parts that its conditions hide
   */
  private record Filled(FormDefinition form, Facts facts, Entries entries, Set<String> hidden) {

    Map<String, Object> checked() {
      Check.refuseFaulty(form, hidden, entries, facts);
      return typed();
    }

    /**
     * With a word in each text that is missing, which is told anyhow: so that it keeps nobody from
     * finding what is wrong with the rest.
     */
    Map<String, Object> forTrial() {
      Map<String, Object> fields = typed();
      form.fields().stream()
          .filter(field -> fields.containsKey(field.key()) && field.takesAnyText())
          .filter(field -> field.rule().required() && entries.of(field.key()).isBlank())
          .forEach(field -> fields.put(field.key(), "x".repeat(Math.max(1, field.rule().least()))));
      return fields;
    }

    /** Of a field that the first ones name already, nothing more. */
    List<Fault> inOrder(List<Fault> first, List<Fault> more) {
      Set<String> named = first.stream().map(Fault::field).collect(Collectors.toSet());
      return form.inOrder(
          Stream.concat(
                  first.stream(), more.stream().filter(fault -> !named.contains(fault.field())))
              .toList());
    }

    Map<String, Object> typed() {
      Map<String, Object> fields = new LinkedHashMap<>();
      form.fields().stream()
          .filter(field -> !hidden.contains(field.id()))
          .forEach(field -> fields.put(field.key(), Entries.typed(field, entries.of(field.key()))));
      return fields;
    }
  }

  /**
   * What was handed in, as people read it: what is not blank, by the labels of the fields, in their
   * order.
   */
  public Map<String, String> told(StartReceipt receipt) {
    OpenForm form = deployed.open(receipt.start());
    Facts facts = facts(form);
    Map<String, String> told = new LinkedHashMap<>();
    for (FormPart field : form.definition().fields()) {
      String text = told(field, receipt.fields().get(field.key()), facts);
      if (!text.isBlank()) {
        told.merge(facts.filled(field.label()), text, (one, other) -> one + "\n" + other);
      }
    }
    return told;
  }

  private static String told(FormPart field, Object held, Facts facts) {
    if (held == null || held.equals(false)) {
      return "";
    }
    if (field.isTickBox()) {
      return Words.of("form.ticked");
    }
    String text = held.toString();
    if (field.isChoice()) {
      return Check.choices(field, facts).stream()
          .filter(choice -> choice.value().equals(text))
          .map(choice -> facts.filled(choice.label()))
          .findFirst()
          .orElse(text);
    }
    return Showing.asRead(field, text);
  }

  /**
   * What somebody has typed into a task that has ended, to be copied: what is not blank, by the
   * labels of the fields, in their order.
   *
   * @param typed by the names of the fields
   */
  public Map<String, String> texts(FormPlace task, Map<String, ?> typed) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (FormPart field : deployed.ofEnded(task).fields()) {
      if (typed.get(field.key()) instanceof String text
          && !text.isBlank()
          && !field.isChoice()
          && !field.isTickBox()) {
        String label = field.label().startsWith("=") ? field.key() : field.label();
        texts.merge(label, text, (one, other) -> one + "\n" + other);
      }
    }
    return texts;
  }

  /** Whether the form of an open task is confidential and not for the person who acts. */
  public boolean isWithheld(FormPlace task) {
    return deployed.isWithheld(task);
  }

  /** Why a task takes nothing more, in a sentence; empty if it is open. */
  public Optional<String> whyGone(FormPlace task) {
    return deployed.whyGone(task);
  }

  /**
   * Keeps what somebody has typed as their draft.
   *
   * @param typed by the names of the fields, a text or, of a tick box, a Boolean
   * @param once the one-time number of a start form; null if there is none. One that has been used
   *     is not kept: what is typed since is another one
   * @param turn of the page that saves it; null if it counts none
   * @throws Refused if a field is not one of the form, or the task has ended
   */
  public Saved save(FormPlace place, Map<String, Object> typed, String once, Turn turn) {
    FormDefinition form = deployed.definition(place);
    refuseForeign(form, typed);
    Draft draft = drafts.save(place, typed, once == null ? null : unused(once), turn);
    // What is known of the programme is asked for where a part depends on it: people pause often.
    Set<String> hidden = form.isConditional() ? hidden(deployed.open(place), draft) : Set.of();
    return new Saved(
        draft,
        Words.of("form.time")
            .formatted(
                Moments.timeOf(draft.savedAt().toInstant(), days.zone()), days.zone().getId()),
        hidden,
        unfit(form, hidden, typed));
  }

  private Set<String> hidden(OpenForm form, Draft draft) {
    Facts facts = facts(form);
    Entries entries = Entries.start(form.definition(), facts, draft.texts());
    return Conditions.hidden(form.definition(), facts, entries, expressions);
  }

  private static List<Fault> unfit(
      FormDefinition form, Set<String> hidden, Map<String, Object> typed) {
    List<Fault> unfit = new ArrayList<>();
    form.fields().stream()
        .filter(field -> field.takesText() && !hidden.contains(field.id()))
        .forEach(
            field -> {
              String text = typed.getOrDefault(field.key(), "").toString();
              Entries.unfit(field, text)
                  .map(
                      fault ->
                          TypedFields.storable(text).equals(text)
                              ? fault
                              : Words.of("form.notKept").formatted(fault))
                  .ifPresent(fault -> unfit.add(new Fault(field.key(), fault)));
            });
    return unfit;
  }

  /**
   * Keeps what somebody has sent as their draft, however long it is and whatever is wrong with it;
   * also of a task that has ended meanwhile.
   *
   * @param sent the texts by the names of the fields, as a browser sends them
   */
  public void keep(FormPlace place, Map<String, String> sent) {
    Map<String, Object> typed = new LinkedHashMap<>();
    for (FormPart field : definition(place).fields()) {
      String text = sent.get(field.key());
      if (field.isTickBox()) {
        typed.put(field.key(), Entries.YES.equals(text));
      } else if (text != null) {
        typed.put(field.key(), text);
      }
    }
    drafts.save(place, typed, place.isTask() ? null : unused(sent.get(StartReceipts.ONCE)), null);
  }

  private FormDefinition definition(FormPlace place) {
    try {
      return deployed.open(place).definition();
    } catch (Refused ended) {
      return deployed.ofEnded(place);
    }
  }

  private Facts facts(OpenForm form) {
    return new Facts(form.facts(), expressions);
  }

  private static void refuseForeign(FormDefinition form, Map<String, Object> typed) {
    Set<String> known =
        form.fields().stream().map(FormPart::key).collect(Collectors.toUnmodifiableSet());
    Faults faults = new Faults();
    typed.forEach(
        (name, value) -> {
          faults.check(known.contains(name), name, Words.of("form.foreign"));
          faults.check(
              value instanceof String || value instanceof Boolean, name, Words.of("form.noText"));
        });
    faults.refuseIfAny();
  }

  private FormView view(
      FormPlace place,
      OpenForm form,
      Facts facts,
      Entries entries,
      List<Fault> faults,
      Optional<Draft> draft,
      String once,
      String seen) {
    Set<String> hidden = Conditions.hidden(form.definition(), facts, entries, expressions);
    return new FormView(
        place,
        place.address(),
        author.account(),
        Showing.of(form.definition(), facts, entries, hidden, faults),
        faults.stream().map(fault -> problem(fault, form.definition(), facts, hidden)).toList(),
        draft.map(Draft::savedAt).map(this::words).orElse(null),
        draft.map(Draft::version).orElse(""),
        place.isTask() ? null : unused(once),
        draft.isEmpty() && drafts.hasDiscarded(place),
        seen,
        place.handIn(form.definition().id()),
        form.isForReader());
  }

  /** What was handed in under its number is another one when it is handed in again. */
  private String unused(String once) {
    String number = StartReceipts.orNext(once);
    return receipts.find(number).isPresent() ? StartReceipts.next() : number;
  }

  /** How much a group has handed in to a task that stands; null of other tasks. */
  private static String onRecord(Facts facts) {
    return facts.has(StandingTask.HANDED_IN) ? facts.text(StandingTask.HANDED_IN) : null;
  }

  /**
   * @param seen how much was on record when the form was shown; null if the sender does not say
   * @throws Conflict if more is on record now: what is sent would replace it unknowingly
   */
  private static void refuseUnseen(String seen, Facts facts) {
    String now = onRecord(facts);
    if (seen != null && now != null && !seen.equals(now)) {
      throw new Conflict("", answeredSince(facts));
    }
  }

  private static String answeredSince(Facts facts) {
    return Words.of("form.answeredSince").formatted(facts.text(StandingTask.HANDED_IN_LAST));
  }

  private static FormView.Problem problem(
      Fault fault, FormDefinition form, Facts facts, Set<String> hidden) {
    return form.fields().stream()
        .filter(field -> field.key().equals(fault.field()))
        .findFirst()
        .map(
            field ->
                new FormView.Problem(
                    hidden.contains(field.id()) ? null : field.id(),
                    called(field, form, facts),
                    fault.message()))
        .orElseGet(() -> new FormView.Problem(null, fault.field(), fault.message()));
  }

  /**
   * What a field is called; where several are called the same, after that one before it that is
   * called like no other: whose source it is.
   */
  private static String called(FormPart field, FormDefinition form, Facts facts) {
    List<FormPart> fields = form.fields();
    Map<String, Long> alike =
        fields.stream().collect(Collectors.groupingBy(FormPart::label, Collectors.counting()));
    String label = facts.filled(field.label());
    if (alike.get(field.label()) == 1) {
      return label;
    }
    return fields.subList(0, fields.indexOf(field)).stream()
        .filter(before -> alike.get(before.label()) == 1)
        .reduce((one, next) -> next)
        .map(before -> Words.of("form.subject").formatted(facts.filled(before.label()), label))
        .orElse(label);
  }

  /** For example {@code Friday 27 November 2026, 18:00 (Europe/Brussels)}. */
  private String words(OffsetDateTime moment) {
    return Moments.words(moment, days.zone());
  }
}
