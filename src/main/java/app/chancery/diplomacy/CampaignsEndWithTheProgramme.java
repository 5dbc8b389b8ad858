package app.chancery.diplomacy;

import app.chancery.programme.ProgrammeEnded;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When a programme ends, nobody is asked for results of its campaigns any more. */
@Component
class CampaignsEndWithTheProgramme {

  private final CampaignResultsProcess process;

  CampaignsEndWithTheProgramme(CampaignResultsProcess process) {
    this.process = process;
  }

  /** First of all who hear of the end, so that the programme file tells of it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void programmeEnded(ProgrammeEnded ended) {
    process.programmeEnded(ended.programme());
  }
}
