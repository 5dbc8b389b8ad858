package app.chancery.desk.portfolio;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Of which programmes everybody may know the planned exercises. Those of others are a draft. */
@Service
class ConfirmedSchedules {

  private final JdbcClient db;

  ConfirmedSchedules(JdbcClient db) {
    this.db = db;
  }

  /**
   * Of several programmes those whose schedule was confirmed since integration began last: with
   * each package it begins anew, and what was confirmed before is the schedule of an earlier one.
   */
  Set<String> of(Collection<String> programmes) {
    return programmes.isEmpty()
        ? Set.of()
        : Set.copyOf(
            db.sql(
                    """
                    select distinct d.programme
                    from deliverable d join deliverable_approval v on v.deliverable = d.id
                    where d.programme in (:programmes) and d.kind = 'JOINT_EXERCISE_SCHEDULE'
                      and not exists (
                        select 1 from step_entry s where s.programme = d.programme
                          and s.step = 'INTEGRATION' and s.entered_at > v.approved_at)
                    """)
                .param("programmes", programmes)
                .query(String.class)
                .list());
  }
}
