package app.chancery.platform.people;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Who acts today in the place of somebody who is away. It is read anew each time, by the day of the
 * alliance's zone: an absence begins and ends by itself.
 */
@Service
public class Deputies {

  private final AccountRecords records;

  Deputies(AccountRecords records) {
    this.records = records;
  }

  /**
   * Who stands in for an account now, at the end of the chain.
   *
   * @return empty if it is not away, or nobody stands in for it
   */
  public Optional<StandIn> of(String account) {
    return today().stream().filter(each -> each.absent().equals(account)).findFirst();
  }

  /** For whom an account stands in now, by their names. */
  public List<StandIn> standsInFor(String account) {
    return today().stream().filter(each -> each.deputy().equals(account)).toList();
  }

  /** Everybody who is away now and has somebody in their place, by the names of the absent. */
  public List<StandIn> today() {
    return records.standIns();
  }
}
