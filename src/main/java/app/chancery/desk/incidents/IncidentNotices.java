package app.chancery.desk.incidents;

import app.chancery.platform.engine.IncidentRaised;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Groups;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrators of each incident, in the transaction that raises it. */
@Component
class IncidentNotices {

  private final Notices notices;

  IncidentNotices(Notices notices) {
    this.notices = notices;
  }

  @EventListener
  void tell(IncidentRaised raised) {
    notices.tellInConfidence(
        Message.of(
            NoticeKind.INCIDENT_RAISED,
            raised.programme().isEmpty() ? Author.CHANCERY : raised.programme(),
            raised.step(),
            NoticePlace.incident(raised.id()),
            raised.activity()),
        List.of(Groups.ADMINISTRATORS));
  }
}
