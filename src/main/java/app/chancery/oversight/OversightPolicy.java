package app.chancery.oversight;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The committee's calendar, configured under {@code chancery.oversight}.
 *
 * @param zone the committee's time zone
 * @param opensAt when a quarterly review opens on its day, in that zone
 */
@ConfigurationProperties("chancery.oversight")
record OversightPolicy(ZoneId zone, LocalTime opensAt) {}
