package app.chancery.platform.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever tries Chancery where it is, and that this is no way to run it in earnest. */
@Component
@ConditionalOnProperty(name = "chancery.sample-accounts", havingValue = "true")
class LocalWelcome {

  private static final Logger LOG = LoggerFactory.getLogger(LocalWelcome.class);

  private int port;

  @EventListener
  void listening(ServletWebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    LOG.info(
        """


          Chancery is ready: http://localhost:{}
          It listens on this machine only (127.0.0.1).

          Accounts, all with the password "{}":
            analyst, envoy, planner, secretary, press, officer, committee, executive,
            manager, auditor, admin, and a delegate for each Ally, for example delegate-fr
          They are for trying only; this profile is not for real work.
        """,
        port,
        SampleAccounts.PASSWORD);
  }
}
