package app.chancery.records.talk;

import app.chancery.platform.people.Directory.Entry;
import app.chancery.records.talk.Comment.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is mentioned in a text. A person writes {@code @} and a name, or the account where several
 * people have that name; kept is the account, because names change.
 *
 * @param text as it is kept
 * @param people who is mentioned, each once
 * @param unknown what stands behind an {@code @} and is nobody's name
 * @param ambiguous by the name that stands there, the accounts of those who have it
 */
record Mentions(
    String text, List<Entry> people, Set<String> unknown, Map<String, List<String>> ambiguous) {

  private static final char SIGN = '@';

  static Mentions read(String written, Collection<Entry> everybody) {
    StringBuilder kept = new StringBuilder();
    Map<String, Entry> people = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    Map<String, List<String>> ambiguous = new LinkedHashMap<>();
    int at = 0;
    while (at < written.length()) {
      if (!isBeginning(written, at)) {
        kept.append(written.charAt(at));
        at++;
        continue;
      }
      int name = at + 1;
      Called called = called(written, name, everybody);
      if (called.people().isEmpty()) {
        unknown.add(word(written, name));
        kept.append(written, at, name + called.length());
      } else if (called.people().size() > 1) {
        ambiguous.put(
            written.substring(name, name + called.length()),
            called.people().stream().map(Entry::account).toList());
        kept.append(written, at, name + called.length());
      } else {
        Entry person = called.people().get(0);
        people.put(person.account(), person);
        kept.append(SIGN).append(person.account());
      }
      at = name + called.length();
    }
    return new Mentions(kept.toString(), List.copyOf(people.values()), unknown, ambiguous);
  }

  /** A text that is kept, in its parts. */
  static List<Piece> pieces(String kept, Collection<String> mentioned) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < kept.length(); at++) {
      Optional<String> account =
          isBeginning(kept, at) ? mention(kept, at + 1, mentioned) : Optional.empty();
      if (account.isPresent()) {
        if (at > from) {
          pieces.add(new Piece(kept.substring(from, at), false));
        }
        pieces.add(new Piece(account.get(), true));
        from = at + 1 + account.get().length();
        at = from - 1;
      }
    }
    if (from < kept.length()) {
      pieces.add(new Piece(kept.substring(from), false));
    }
    return pieces;
  }

  /** A text that is kept as its writer would type it: with the names that belong to one person. */
  static String written(Comment comment, Collection<Entry> everybody) {
    Map<String, String> names =
        everybody.stream().collect(Collectors.toMap(Entry::account, Entry::name));
    return comment.pieces().stream()
        .map(
            piece ->
                piece.isMention()
                    ? SIGN + typed(piece.text(), names.get(piece.text()), everybody)
                    : piece.text())
        .collect(Collectors.joining());
  }

  /** Whether somebody may be mentioned in a text. */
  static boolean mayBeIn(String text) {
    return text.indexOf(SIGN) >= 0;
  }

  /** What somebody types to mention a person. */
  static String typed(String account, String name, Collection<Entry> everybody) {
    Set<String> meant =
        name == null
            ? Set.of()
            : called(name, 0, everybody).people().stream()
                .map(Entry::account)
                .collect(Collectors.toSet());
    return meant.equals(Set.of(account)) && isLetter(name, 0) ? name : account;
  }

  private static Optional<String> mention(String kept, int from, Collection<String> accounts) {
    return accounts.stream()
        .filter(account -> stands(account, kept, from, false))
        .max(Comparator.comparing(String::length));
  }

  /** An address of mail has the sign too, but in the middle of a word. */
  private static boolean isBeginning(String text, int at) {
    return text.charAt(at) == SIGN
        && isLetter(text, at + 1)
        && (at == 0 || !isLetter(text, at - 1) && "._-@".indexOf(text.charAt(at - 1)) < 0);
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
  }

  /**
   * @param length of what stands there, in characters
   */
  private record Called(List<Entry> people, int length) {}

  /** Of several names that stand there the longest is meant; and before a name, an account. */
  private static Called called(String text, int from, Collection<Entry> everybody) {
    int longest =
        everybody.stream()
            .mapToInt(
                each ->
                    Math.max(
                        stands(each.account(), text, from, false) ? each.account().length() : 0,
                        stands(each.name(), text, from, true) ? each.name().length() : 0))
            .max()
            .orElse(0);
    if (longest == 0) {
      return new Called(List.of(), word(text, from).length());
    }
    List<Entry> byAccount =
        everybody.stream()
            .filter(each -> each.account().length() == longest)
            .filter(each -> stands(each.account(), text, from, false))
            .toList();
    List<Entry> byName =
        everybody.stream()
            .filter(each -> each.name().length() == longest)
            .filter(each -> stands(each.name(), text, from, true))
            .toList();
    return new Called(byAccount.isEmpty() ? byName : byAccount, longest);
  }

  private static boolean stands(String name, String text, int from, boolean inAnyCase) {
    return text.regionMatches(inAnyCase, from, name, 0, name.length())
        && endsAt(text, from + name.length());
  }

  private static boolean endsAt(String text, int at) {
    return at >= text.length()
        || !isLetter(text, at)
            && text.charAt(at) != '_'
            && !("-.".indexOf(text.charAt(at)) >= 0 && isLetter(text, at + 1));
  }

  private static String word(String text, int from) {
    int to = from;
    while (!endsAt(text, to)) {
      to += Character.charCount(text.codePointAt(to));
    }
    return text.substring(from, to);
  }
}
