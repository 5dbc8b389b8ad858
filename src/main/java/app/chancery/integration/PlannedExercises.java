package app.chancery.integration;

import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of the planned exercises of all programmes. */
@Repository
class PlannedExercises {

  private final JdbcClient db;

  PlannedExercises(JdbcClient db) {
    this.db = db;
  }

  /** Those of the newest package under which integration was prepared, by date. */
  List<PlannedExercise> of(String programme) {
    return db.sql(
            """
            select p.id, p.phase_id, p.planned_on, p.name, p.standard, p.participants,
              (select min(a.held_on) from activity a where a.planned_exercise = p.id) as held_on
            from planned_exercise p
            where p.programme = :programme and p.dropped = false and p.package_id =
              (select max(package_id) from planned_exercise where programme = :programme)
            order by p.planned_on, p.id
            """)
        .param("programme", programme)
        .query(PlannedExercises::exercise)
        .list();
  }

  /** The days for which several programmes have planned exercises, by programme. */
  Map<String, List<LocalDate>> daysOfEach(Collection<String> programmes) {
    return db
        .sql(
            """
            select programme, planned_on from planned_exercise p
            where programme in (:programmes) and dropped = false and package_id =
              (select max(package_id) from planned_exercise newest
               where newest.programme = p.programme)
            """)
        .param("programmes", programmes)
        .query(
            (row, number) ->
                Map.entry(row.getString("programme"), row.getObject("planned_on", LocalDate.class)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, toList())));
  }

  /** Those of one phase, by date. */
  List<PlannedExercise> of(Phase phase) {
    return of(phase.programme()).stream().filter(each -> each.phaseId() == phase.id()).toList();
  }

  Optional<PlannedExercise> find(String programme, long id) {
    return of(programme).stream().filter(exercise -> exercise.id() == id).findFirst();
  }

  /** Whether exercises of the phase were planned, also if all of them were dropped since. */
  boolean werePlanned(Phase phase) {
    return db.sql("select count(*) from planned_exercise where phase_id = :phase")
            .param("phase", phase.id())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Enters an exercise of that phase; its id is given here. */
  void add(Phase phase, PlannedExercise exercise) {
    db.sql(
            """
            insert into planned_exercise (programme, package_id, phase_id, planned_on, name,
              standard, participants, dropped)
            values (:programme, :packageId, :phase, :on, :name, :standard, :participants, false)
            """)
        .param("programme", phase.programme())
        .param("packageId", phase.packageId())
        .param("phase", phase.id())
        .param("on", exercise.plannedOn())
        .param("name", exercise.name())
        .param("standard", exercise.standard())
        .param("participants", exercise.participants())
        .update();
  }

  /** Enters the new day of an exercise, and its phase. */
  void redate(PlannedExercise moved) {
    db.sql(
            """
            update planned_exercise set planned_on = :on, phase_id = :phase, revision = revision + 1
            where id = :id
            """)
        .param("on", moved.plannedOn())
        .param("phase", moved.phaseId())
        .param("id", moved.id())
        .update();
  }

  /** It is planned no more; the row stays, so that nobody plans it again. */
  void drop(PlannedExercise exercise) {
    db.sql("update planned_exercise set dropped = true where id = :id")
        .param("id", exercise.id())
        .update();
  }

  private static PlannedExercise exercise(ResultSet row, int number) throws SQLException {
    return new PlannedExercise(
        row.getLong("id"),
        row.getLong("phase_id"),
        row.getObject("planned_on", LocalDate.class),
        row.getString("name"),
        row.getString("standard"),
        row.getString("participants"),
        row.getObject("held_on", LocalDate.class));
  }
}
