package app.chancery.diplomacy.process;

import app.chancery.diplomacy.BriefDecision;
import app.chancery.diplomacy.Campaigns;
import app.chancery.diplomacy.MediaBriefs;
import app.chancery.diplomacy.MediaPlan;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.time.Days;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code launch-public-diplomacy.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class LaunchPublicDiplomacyTasks {

  /** Puts the submitted plan on record; one that lacks something is refused. */
  @Bean
  JavaDelegate recordMediaPlanDelegate(Campaigns campaigns, Days days) {
    return execution ->
        campaigns.draft(
            execution.getProcessBusinessKey(),
            MediaPlanFields.read(FormInput.of(execution), days.today()));
  }

  /** Files the draft of the brief that the executives decide on. */
  @Bean
  JavaDelegate compileMediaBriefDelegate(MediaBriefs briefs) {
    return execution -> briefs.compile(execution.getProcessBusinessKey());
  }

  /** Puts the executives' decision on record; rule 6 may refuse it. */
  @Bean
  JavaDelegate recordBriefDecisionDelegate(MediaBriefs briefs) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      BriefDecision decision = form.choice("decision", BriefDecision.class);
      String reason = form.text("reason");
      form.accept();
      LaunchPublicDiplomacyModel.BRIEF_APPROVED.set(
          execution, briefs.decide(execution.getProcessBusinessKey(), decision, reason));
    };
  }

  /** Puts the launch on record and tells all Allies. */
  @Bean
  JavaDelegate recordLaunchDelegate(Campaigns campaigns) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      LocalDate day = form.date("launchOn");
      Optional<LocalDate> end = form.optionalDate("endOn");
      Set<Integer> ready =
          IntStream.rangeClosed(1, MediaPlan.MOST_ROWS)
              .filter(number -> form.yes("channel" + number + "Ready"))
              .boxed()
              .collect(Collectors.toSet());
      form.accept();
      campaigns.launch(execution.getProcessBusinessKey(), day, end, ready);
    };
  }

  /** Starts the recording of results. */
  @Bean
  JavaDelegate announceCampaignLaunchDelegate(Campaigns campaigns) {
    return execution -> campaigns.announceLaunch(execution.getProcessBusinessKey());
  }
}
