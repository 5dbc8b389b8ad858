package app.chancery.platform.engine;

import app.chancery.platform.forms.FormDefinition;
import app.chancery.platform.forms.StandIns;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Moments;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands in a form in a transaction of its own that is rolled back whatever comes of it, to learn
 * what is wrong with it. A business that cannot read one field is not asked about the others;
 * whoever mends the one is not to be told of the next, so it is asked with something else in the
 * place of what cannot be read.
 */
final class Trial {

  private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

  private final PlatformTransactionManager transactions;
  private final Consumer<Map<String, Object>> handIn;

  /**
   * @param handIn hands in the fields by their names
   */
  Trial(PlatformTransactionManager transactions, Consumer<Map<String, Object>> handIn) {
    this.transactions = transactions;
    this.handIn = handIn;
  }

  /** What it is refused for; empty if it is taken, or fails for another reason. */
  List<Fault> faults(Map<String, Object> fields) {
    return tried(fields).orElse(List.of());
  }

  /**
   * What it was refused for, and what else is wrong with it, in the order of the form's fields. In
   * a transaction that is still going on nothing is tried: it holds what the trial would need.
   */
  List<Fault> all(FormDefinition form, Map<String, Object> fields, List<Fault> found) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return found;
    }
    Set<String> faulty = found.stream().map(Fault::field).collect(Collectors.toSet());
    LocalDate today = Moments.dayOf(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    Set<Map<String, Object>> standIns = new StandIns(form, today).of(faulty);
    List<List<Fault>> judged =
        standIns.stream().flatMap(each -> judged(fields, each).stream()).toList();
    // One alone may be wrong with what stands in its place.
    if (judged.isEmpty() || judged.size() == 1 && standIns.size() > 1) {
      return found;
    }
    List<Fault> more = new ArrayList<>(judged.get(0));
    judged.forEach(more::retainAll);
    more.removeIf(fault -> faulty.contains(fault.field()));
    return form.inOrder(Stream.concat(found.stream(), more.stream()).toList());
  }

  /** What else is wrong; empty if nobody could say, as the stand-ins are not taken themselves. */
  private Optional<List<Fault>> judged(Map<String, Object> fields, Map<String, Object> standIns) {
    return tried(with(fields, standIns))
        .flatMap(
            all -> {
              List<Fault> others =
                  all.stream().filter(fault -> !standIns.containsKey(fault.field())).toList();
              return others.isEmpty() && !all.isEmpty() ? Optional.empty() : Optional.of(others);
            });
  }

  private static Map<String, Object> with(Map<String, Object> fields, Map<String, Object> others) {
    Map<String, Object> both = new HashMap<>(fields);
    both.putAll(others);
    return both;
  }

  private Optional<List<Fault>> tried(Map<String, Object> fields) {
    TransactionTemplate trial =
        new TransactionTemplate(
            transactions,
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    return trial.execute(
        transaction -> {
          transaction.setRollbackOnly();
          try {
            handIn.accept(fields);
            return Optional.of(List.of());
          } catch (Refused refused) {
            return Optional.of(refused.faults());
          } catch (RuntimeException failure) {
            // It is faulty as it is, and its sender is told so.
            LOG.debug("A form with faults could not be tried", failure);
            return Optional.empty();
          }
        });
  }
}
