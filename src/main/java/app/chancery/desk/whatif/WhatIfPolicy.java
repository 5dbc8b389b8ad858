package app.chancery.desk.whatif;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is kept, configured under {@code chancery.what-if}.
 *
 * @param keptPerPerson the most scenarios that one person keeps at a time; from 1 on
 */
@ConfigurationProperties("chancery.what-if")
record WhatIfPolicy(int keptPerPerson) {

  WhatIfPolicy {
    if (keptPerPerson < 1) {
      throw new IllegalArgumentException("chancery.what-if.kept-per-person must be from 1 on");
    }
  }
}
