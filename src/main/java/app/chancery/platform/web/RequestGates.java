package app.chancery.platform.web;

import app.chancery.platform.reading.StrictJson;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What every request passes, whoever answers it. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RequestGates {

  /** Behind what says in which encoding a request is and where it comes from. */
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<Filter> textsInUtf8() {
    return at(FIRST - 1, new TextsInUtf8());
  }

  @Bean
  FilterRegistrationBean<Filter> sizeGate(RequestLimits limits) {
    return at(FIRST, new SizeGate(limits));
  }

  @Bean
  FilterRegistrationBean<Filter> parameterGate(RequestLimits limits) {
    return at(FIRST + 1, new ParameterGate(limits));
  }

  @Bean
  FilterRegistrationBean<Filter> bodyGate(StrictJson json, RequestLimits limits) {
    return at(SecurityProperties.DEFAULT_FILTER_ORDER + 1, new BodyGate(json, limits));
  }

  /**
   * How the container reads forms with files: in memory, as they go to the database and no other
   * place. How large they are, and where there may be any, is looked at before by {@link SizeGate}.
   */
  @Bean
  MultipartConfigElement formsWithFiles(RequestLimits limits) {
    return new MultipartConfigElement(
        "", limits.formWithFile(), limits.formWithFile(), Math.toIntExact(limits.formWithFile()));
  }

  /** Behind Spring Boot's own, so that it is nearer to what is refused, and speaks first. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerRefusals(BareRefusal refusal) {
    return server ->
        server.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ContainerRefusals(refusal)));
  }

  /** Before all other valves, which the container asks in the order in which they were added. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestIds() {
    return server -> server.addEngineValves(new RequestIds());
  }

  private static FilterRegistrationBean<Filter> at(int order, Filter gate) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(gate);
    registration.setOrder(order);
    return registration;
  }
}
