package app.chancery.platform.forms;

import app.chancery.platform.secrecy.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of what people type that a change of keys reaches. */
@Configuration(proxyBeanMethods = false)
class SealedDrafts {

  @Bean
  SealedTable sealedDraftTable() {
    return Drafts.DRAFTS;
  }

  @Bean
  SealedTable sealedDigestTable() {
    return Drafts.HANDED_IN;
  }
}
