package app.chancery.bench;

import org.junit.jupiter.api.Test;

/** The office with its own models and records beside other engines with bare ones. */
class PeersBench {

  @Test
  void besideThePeers() {
    Contest.hold(
        "peers",
        Run.wanted(Run.CHANCERY, Run.CAMUNDA, Run.OPERATON, Run.FLOWABLE, Run.FLOOR),
        Work.values());
  }
}
