package app.chancery.outcomes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outcomes are counted, configured under {@code chancery.outcomes}.
 *
 * @param recountAfter how old the count of the whole portfolio may become before it is made anew;
 *     zero for each time
 */
@ConfigurationProperties("chancery.outcomes")
record OutcomesPolicy(Duration recountAfter) {}
