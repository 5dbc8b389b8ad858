package app.chancery.prerequisites;

import app.chancery.platform.briefing.Retraction;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a task of the prerequisites put on record and its author takes back.
 *
 * @param task the id of the task in its model
 * @param possible whether nobody was told of what was recorded since then
 * @param undone what takes it out of the register
 * @param said what was taken back, for the record
 */
record TakenBack(
    String task,
    BiPredicate<String, OffsetDateTime> possible,
    BiConsumer<String, OffsetDateTime> undone,
    Supplier<String> said,
    DecisionRecords decisions)
    implements Retraction {

  @Override
  public boolean isPossible(String programme, Instant since) {
    return possible.test(programme, at(since));
  }

  @Override
  public void takeBack(String programme, Instant since) {
    undone.accept(programme, at(since));
    decisions.record(programme, Step.PREREQUISITES.folder(), said.get(), Words.of("takeBack.why"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /** The tasks of this step that may be taken back. */
  @Configuration(proxyBeanMethods = false)
  static class OfPrerequisites {

    /** Intelligence briefs; not with a gap, of which the executives were told. */
    @Bean
    Retraction briefs(IntelligenceRegister register, DecisionRecords decisions) {
      return new TakenBack(
          "userTask_fileIntelligenceBriefs",
          (programme, since) -> !register.hasGap(programme, since),
          register::takeBack,
          () -> Words.of("takeBack.briefs"),
          decisions);
    }

    /** The verdict on the partnership mechanisms. */
    @Bean
    Retraction mechanismsVerdict(FindingRegister register, DecisionRecords decisions) {
      Part part = Part.PARTNERSHIP_MECHANISMS;
      return new TakenBack(
          "userTask_confirmMechanisms",
          (programme, since) -> register.since(programme, part, since) == 1,
          (programme, since) -> register.takeBack(programme, part, since),
          () -> Words.of("takeBack.finding").formatted(part.title()),
          decisions);
    }
  }
}
