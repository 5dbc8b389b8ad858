package app.chancery.records;

import app.chancery.platform.time.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What is told of a programme.
 *
 * @param step the folder name of the step it is about
 * @param facts what the words of its kind leave open, in their order, as it is read
 */
public record Message(
    NoticeKind kind, String programme, String step, NoticePlace place, List<String> facts) {

  public Message {
    facts = List.copyOf(facts);
  }

  /** A message whose facts are given one by one. */
  public static Message of(
      NoticeKind kind, String programme, String step, NoticePlace place, Object... facts) {
    return new Message(
        kind, programme, step, place, Arrays.stream(facts).map(Message::read).toList());
  }

  private static String read(Object fact) {
    return fact instanceof LocalDate day ? Dates.words(day) : String.valueOf(fact);
  }
}
