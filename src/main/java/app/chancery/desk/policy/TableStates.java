package app.chancery.desk.policy;

import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersion;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.readiness.PolicyTable;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which version of each table is in use, and who put it there. */
@Component
class TableStates {

  private static final Logger LOG = LoggerFactory.getLogger(TableStates.class);

  private final TableReleases tables;
  private final Releases releases;

  TableStates(TableReleases tables, Releases releases) {
    this.tables = tables;
    this.releases = releases;
  }

  /** In the order in which the tables are asked. */
  List<TableState> all() {
    TableVersions inUse = tables.inUse(PolicyTable.ids());
    List<Releases.Release> released = releases.all();
    return Arrays.stream(PolicyTable.values())
        .map(
            table ->
                TableState.of(
                    table,
                    inUse.versions().get(table.code()),
                    tables.versions(table.code()),
                    released))
        .toList();
  }

  /** Neither what people chose nor what a newer release of the program brings ends in silence. */
  @EventListener(ApplicationReadyEvent.class)
  void tellWhatIsNotInUse() {
    tellWhatIsReplaced();
    tellWhatIsPassedOver();
  }

  /** Of all tables: those of deadlines or colours cannot be released, only deployed. */
  private void tellWhatIsReplaced() {
    for (TableVersion byHand : tables.replacedAtStart()) {
      LOG.warn(
          "Of the decision table '{}' what came with Chancery is in use, and not version {}, which"
              + " an administrator deployed ({}). Deploy again which of the two is to hold; until"
              + " then each start says this",
          byHand.table(),
          byHand.number(),
          byHand.since());
    }
  }

  /** What people released is not taken back by a newer release of the program. */
  private void tellWhatIsPassedOver() {
    // Where nothing was released every start would read all versions of all tables for nothing.
    if (releases.all().isEmpty()) {
      return;
    }
    for (TableState state : all()) {
      state
          .passedOver()
          .ifPresent(
              brought ->
                  LOG.warn(
                      "This release brings another decision table '{}' (version {}). In use stays"
                          + " version {}, which was released here; see /policy",
                      state.table().code(),
                      brought.version().number(),
                      state.inUse()));
    }
  }
}
