package dev.kaitsu.adapter.salesforce.stream;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * Names the fields that a change event marks by bits: {@code 0x…} counts the event's own fields
 * from the right, {@code 3-0x…} the parts of its field 3.
 */
final class FieldBitmaps {
  private static final Pattern SHAPE = Pattern.compile("(?:(\\d{1,5})-)?0x([0-9A-Fa-f]+)");

  private FieldBitmaps() {}

  /** The marked fields; a part is named as in {@code BillingAddress.City}. */
  static Set<String> names(Schema event, List<String> bitmaps) {
    Set<String> names = new HashSet<>();
    for (String bitmap : bitmaps) {
      var match = SHAPE.matcher(bitmap);
      if (!match.matches()) {
        throw new UnreadableEventException("it marks changed fields by no bitmap");
      }
      var bits = new BigInteger(match.group(2), 16);
      if (match.group(1) == null) {
        addNames(event, bits, "", names);
      } else {
        var parent = field(event, Integer.parseInt(match.group(1)));
        addNames(record(parent), bits, parent.name() + ".", names);
      }
    }
    return names;
  }

  private static void addNames(Schema record, BigInteger bits, String prefix, Set<String> names) {
    for (int position = bits.getLowestSetBit(); position < bits.bitLength(); position++) {
      if (position >= 0 && bits.testBit(position)) {
        names.add(prefix + field(record, position).name());
      }
    }
  }

  private static Schema.Field field(Schema record, int position) {
    if (position >= record.getFields().size()) {
      throw new UnreadableEventException(
          "it marks field %d of %s, which has %d"
              .formatted(position, record.getName(), record.getFields().size()));
    }
    return record.getFields().get(position);
  }

  private static Schema record(Schema.Field parent) {
    var schema = parent.schema();
    var options = schema.isUnion() ? schema.getTypes() : List.of(schema);
    return options.stream()
        .filter(option -> option.getType() == Schema.Type.RECORD)
        .findFirst()
        .orElseThrow(
            () -> new UnreadableEventException("it marks parts of %s".formatted(parent.name())));
  }
}
