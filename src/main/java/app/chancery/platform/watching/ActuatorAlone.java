package app.chancery.platform.watching;

import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Of Actuator the office takes its health and its figures. The rest, some hundred settings that
 * look for things the office does not have, is left out before it is looked at, and so is all of it
 * where there is no server: each start pays for what is looked at.
 */
class ActuatorAlone implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final String ALL = "org.springframework.boot.actuate.autoconfigure.";

  private static final Set<String> TAKEN =
      Set.of(
          "availability.AvailabilityHealthContributorAutoConfiguration",
          "availability.AvailabilityProbesAutoConfiguration",
          "endpoint.EndpointAutoConfiguration",
          "endpoint.jackson.JacksonEndpointAutoConfiguration",
          "endpoint.web.WebEndpointAutoConfiguration",
          "health.HealthContributorAutoConfiguration",
          "health.HealthEndpointAutoConfiguration",
          "metrics.JvmMetricsAutoConfiguration",
          "metrics.MetricsAutoConfiguration",
          "metrics.SystemMetricsAutoConfiguration",
          "metrics.export.prometheus.PrometheusMetricsExportAutoConfiguration",
          "web.server.ManagementContextAutoConfiguration",
          "web.servlet.ServletManagementContextAutoConfiguration");

  private boolean serves = true;

  @Override
  public void setEnvironment(Environment settings) {
    serves = !"none".equals(settings.getProperty("spring.main.web-application-type"));
  }

  @Override
  public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
    boolean[] taken = new boolean[candidates.length];
    for (int each = 0; each < candidates.length; each++) {
      taken[each] =
          candidates[each] == null
              || !isOne(candidates[each])
              || serves && TAKEN.contains(candidates[each].substring(ALL.length()));
    }
    return taken;
  }

  /** Asked too of what those that are taken bring with them, which is called otherwise. */
  private static boolean isOne(String candidate) {
    return candidate.startsWith(ALL) && candidate.endsWith("AutoConfiguration");
  }
}
