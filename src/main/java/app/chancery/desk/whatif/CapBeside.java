package app.chancery.desk.whatif;

import app.chancery.desk.whatif.WhatIf.Question;
import app.chancery.readiness.Cap;
import app.chancery.readiness.Tier;
import java.util.List;
import java.util.stream.Stream;

/**
 * A limit on the tier, as it is today and as it comes of what was tried.
 *
 * @param rule what the policy calls it
 * @param limitsTo the highest tier it allows
 * @param today why it applies today; null if it does not, or nothing is compared
 * @param whatIf why it applies to what was tried; null if it does not
 */
record CapBeside(String rule, Tier limitsTo, String today, String whatIf) {

  /** All that apply to either; those of what was tried first. The question must have an answer. */
  static List<CapBeside> of(Question question) {
    List<Cap> comes = question.comes().assessment().caps();
    List<Cap> today =
        question.today() == null ? List.of() : question.today().verdict().assessment().caps();
    return Stream.concat(comes.stream(), today.stream())
        .map(
            cap ->
                new CapBeside(cap.rule(), cap.limitsTo(), because(cap, today), because(cap, comes)))
        .distinct()
        .toList();
  }

  /** One rule may limit to another tier than before: that is another limit. */
  private static String because(Cap cap, List<Cap> caps) {
    return caps.stream()
        .filter(each -> each.rule().equals(cap.rule()) && each.limitsTo() == cap.limitsTo())
        .map(Cap::because)
        .findFirst()
        .orElse(null);
  }
}
