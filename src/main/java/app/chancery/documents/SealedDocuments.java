package app.chancery.documents;

import app.chancery.platform.secrecy.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of documents that a change of keys reaches. */
@Configuration(proxyBeanMethods = false)
class SealedDocuments {

  @Bean
  SealedTable sealedDocumentTable() {
    return SealedParts.PARTS;
  }
}
