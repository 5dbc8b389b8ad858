package app.chancery.stakeholders;

import app.chancery.platform.secrecy.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of this step that a change of keys reaches. */
@Configuration(proxyBeanMethods = false)
class SealedInterviews {

  @Bean
  SealedTable sealedInterviewTable() {
    return Interviews.SAID;
  }

  @Bean
  SealedTable sealedQuestionTable() {
    return Interviews.QUESTIONS;
  }
}
