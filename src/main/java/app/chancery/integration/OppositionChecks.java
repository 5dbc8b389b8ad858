package app.chancery.integration;

import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The checks of domestic opposition (rule 5); the last one of a programme counts. */
@Service
public class OppositionChecks {

  private final OppositionCheckRegister register;
  private final Days days;
  private final DecisionRecords decisions;

  OppositionChecks(OppositionCheckRegister register, Days days, DecisionRecords decisions) {
    this.register = register;
    this.days = days;
    this.decisions = decisions;
  }

  public void record(String programme, OppositionFinding finding, String detail, String source) {
    register.add(programme, finding, detail, source, days.today());
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("oppositionChecks.domesticOppositionChecked").formatted(finding.word()),
        Words.of("oppositionChecks.source").formatted(detail, source));
  }

  /** The last check, if there was one. */
  public Optional<OppositionCheck> latest(String programme) {
    return Optional.ofNullable(latestOfEach(List.of(programme)).get(programme));
  }

  /** The last checks of several programmes, by programme; those without any are left out. */
  public Map<String, OppositionCheck> latestOfEach(Collection<String> programmes) {
    return register.latestOfEach(programmes).stream()
        .collect(Collectors.toMap(OppositionCheck::programme, check -> check));
  }
}
