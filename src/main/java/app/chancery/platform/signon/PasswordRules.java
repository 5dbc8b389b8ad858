package app.chancery.platform.signon;

import app.chancery.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, not of the person's own names, and not one key held down. No kinds
 * of characters are asked for: they make people write passwords down, and length does more.
 */
@Component
class PasswordRules implements PasswordPolicy {

  private final Map<PasswordPolicyRule, Supplier<String>> sentences = new LinkedHashMap<>();

  PasswordRules(SignOnPolicy policy) {
    int shortest = policy.passwords().shortest();
    int variety = policy.passwords().variety();
    sentences.put(
        new PasswordPolicyLengthRuleImpl(shortest),
        () -> Words.counted("password.shortest", shortest));
    sentences.put(new NotOneself(), () -> Words.of("passwordRules.itMustNotContainTheAccount"));
    sentences.put(new Variety(variety), () -> Words.counted("password.variety", variety));
  }

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.copyOf(sentences.keySet());
  }

  /**
   * @return every rule that the password breaks, as one sentence; empty if it breaks none
   */
  Optional<String> faults(String password, User user) {
    String broken =
        sentences.entrySet().stream()
            .filter(rule -> !rule.getKey().execute(password, user))
            .map(rule -> rule.getValue().get())
            .collect(Collectors.joining(Words.of("passwordRules.and")));
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(Words.of("passwordRules.thePasswordIsNotTaken").formatted(broken));
  }

  /** A name of one or two letters is in half of all passwords. */
  private static final class NotOneself extends PasswordPolicyUserDataRuleImpl {

    @Override
    public boolean isNotBlank(String value) {
      return value != null && value.length() > 2;
    }
  }

  private record Variety(int least) implements PasswordPolicyRule {

    /** Admin shows what it has no translation for as it is. */
    @Override
    public String getPlaceholder() {
      return Words.of("passwordRules.differentCharacters").formatted(least);
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of("minDifferent", String.valueOf(least));
    }

    @Override
    public boolean execute(String password) {
      return password.codePoints().distinct().count() >= least;
    }
  }
}
