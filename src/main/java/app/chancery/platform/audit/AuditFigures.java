package app.chancery.platform.audit;

import app.chancery.platform.watching.Figure;
import app.chancery.platform.watching.Figures;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether what is done comes into the chain. */
@Component
class AuditFigures implements Figures {

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "chancery_audit_waiting",
            "Records of the audit that wait to be put into its chain",
            "select count(*) as number from audit_waiting"),
        new Figure(
            "chancery_audit_oldest_waiting_timestamp_seconds",
            "When that was done which has waited longest to be put into the chain of the audit, in"
                + " seconds since 1970",
            "select extract(epoch from min(done_at)) as number from audit_waiting"));
  }
}
