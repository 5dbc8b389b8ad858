package app.chancery.desk.work;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the engine knows of one open task.
 *
 * @param key the element id of the user task in its model
 * @param what is to be done, and about whom where a programme has several of the kind
 * @param programme the key of the programme; null if it belongs to none
 * @param process the name of the process it stands in
 * @param holder the account of whoever has it; null if nobody has
 * @param holderName the name of that person
 * @param groups who may take it, by their ids
 * @param dueAt null if it has no due date
 * @param stands whether it waits because the programme is suspended
 * @param doable whether the person who looks may do it
 * @param absent the account in whose place that person does it; null if in their own
 * @param absentName the name of that person
 * @param deputyOfHolder whether that person stands in for who has it, for whomever they have it
 * @param notInPlace why that person does not stand in for the holder, although named to; else null
 */
public record TaskFile(
    String id,
    String key,
    String what,
    String programme,
    String process,
    String holder,
    String holderName,
    List<String> groups,
    Instant openedAt,
    Instant dueAt,
    boolean stands,
    boolean doable,
    String absent,
    String absentName,
    boolean deputyOfHolder,
    String notInPlace) {

  /** In what a browser sends: to whom the page with the form was shown. */
  public static final String READER = "reader";

  /**
   * @param sent by the names of the fields
   * @param names of people, by their accounts
   * @throws Conflict if the form was shown to somebody else, who has logged out since
   */
  public static void refuseOtherReader(
      Map<String, String> sent, String account, UnaryOperator<String> names) {
    refuseOtherReader(sent.get(READER), account, names);
  }

  /**
   * @param reader the account to which the form was shown; null if that is not known
   */
  static void refuseOtherReader(String reader, String account, UnaryOperator<String> names) {
    if (reader != null && !reader.equals(account)) {
      throw new Conflict("", Words.of("form.otherReader").formatted(names.apply(reader)));
    }
  }

  /**
   * @param account of the person who looks
   * @throws Refused if that person may not do it, or somebody else has it
   */
  public void refuseUnlessFor(String account) {
    if (!doable) {
      throw new Refused("", Words.of("form.notYours"));
    }
    if (isHeldByOtherThan(account)) {
      String taken = Words.of("task.taken").formatted(holderName);
      throw new Conflict("", notInPlace == null ? taken : taken + ". " + notInPlace);
    }
  }

  /**
   * Whether somebody has it who is neither that person nor one for whom they stand in.
   *
   * @param account of the person who looks
   */
  public boolean isHeldByOtherThan(String account) {
    return holder != null && !holder.equals(account) && !deputyOfHolder;
  }
}
