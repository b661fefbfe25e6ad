package dev.kaitsu.sandbox.whmcs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** /** Writes JSON as a WHMCS server does: slashes, quotes and all beyond ASCII are escaped. */
final class PhpJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  static {
    MAPPER.getFactory().setCharacterEscapes(new PhpEscapes());
  }

  private PhpJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written as JSON", e);
    }
  }

  private static final class PhpEscapes extends CharacterEscapes {
    private static final SerializedString SLASH = new SerializedString("\\/");
    private static final SerializedString QUOTE = new SerializedString("\\u0022");

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['/'] = ESCAPE_CUSTOM;
      codes['"'] = ESCAPE_CUSTOM;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return character == '/' ? SLASH : QUOTE;
    }
  }
}
