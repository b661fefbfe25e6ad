package dev.kaitsu.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;

/** Writes pages as indented JSON, since people read them too. */
final class JsonPages implements JsonMapper {
  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Override
  public String toJsonString(Object page, Type type) {
    try {
      return mapper.writeValueAsString(page);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("a page cannot be written as JSON", unwritable);
    }
  }
}
