package dev.kaitsu.server.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * Reads bodies strictly: what is unknown, missing, doubled or of another kind is refused. A
 * component that is {@code Optional} may be left out.
 */
final class JsonBody {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .addModule(new Jdk8Module())
          .build();

  private JsonBody() {}

  static <T extends Record> T read(Context context, Class<T> type) {
    if (!"application/json".equalsIgnoreCase(mediaType(context))) {
      throw new ApiProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "NO_JSON",
          "the body must be JSON, and its Content-Type application/json");
    }
    var text = context.body();
    try {
      var body = STRICT.readValue(text, type);
      if (body == null) {
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_INPUT", "the body is no JSON object");
      }
      return body;
    } catch (JsonParseException malformed) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "BAD_INPUT",
          "the body cannot be read as JSON, from line %d, column %d on"
              .formatted(
                  malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr()));
    } catch (UnrecognizedPropertyException unknown) {
      throw ApiProblem.badInput(path(unknown), "is no field of this request");
    } catch (JsonMappingException unfit) {
      throw ApiProblem.badInput(path(unfit), "is missing, or not of the kind that is asked for");
    } catch (JsonProcessingException unreadable) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_INPUT", "the body cannot be read as JSON");
    }
  }

  /** For requests that bring nothing: what a caller sends is never quietly ignored. */
  static void refuse(Context context) {
    if (context.bodyAsBytes().length > 0) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_INPUT", "this request takes no body");
    }
  }

  private static String mediaType(Context context) {
    return Optional.ofNullable(context.contentType()).orElse("").split(";", 2)[0].strip();
  }

  /** Such as {@code whmcsOrders[0]}. */
  private static String path(JsonMappingException unfit) {
    var path = new StringBuilder();
    for (var step : unfit.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
