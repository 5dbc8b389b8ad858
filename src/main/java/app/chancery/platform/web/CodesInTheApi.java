package app.chancery.platform.web;

import app.chancery.platform.words.Coded;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import org.springframework.stereotype.Component;

/** Describes a choice by the codes that are sent, not by the names in the source. */
@Component
class CodesInTheApi implements ModelConverter {

  @Override
  public Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
    JavaType java = Json.mapper().constructType(type.getType());
    if (java == null || !java.isEnumType() || !Coded.class.isAssignableFrom(java.getRawClass())) {
      return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
    StringSchema codes = new StringSchema();
    Arrays.stream(java.getRawClass().getEnumConstants())
        .map(each -> ((Coded) each).code())
        .forEach(codes::addEnumItem);
    return codes;
  }
}
