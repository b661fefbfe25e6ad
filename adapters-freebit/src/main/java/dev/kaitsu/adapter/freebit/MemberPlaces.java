package dev.kaitsu.adapter.freebit;

import java.util.Map;

/** Two members of one request cannot stand in the same place, nor one inside the other. */
final class MemberPlaces {
  private MemberPlaces() {}

  static void check(String file, Map<MappingKey, String> values) {
    values.forEach(
        (one, place) ->
            values.forEach(
                (other, otherPlace) -> {
                  if (one != other && collide(one, place, other, otherPlace)) {
                    throw new IllegalArgumentException(
                        "FREEBIT_MAPPING_PATH: %s: '%s' and '%s' stand in the same place of a request"
                            .formatted(file, one.key(), other.key()));
                  }
                }));
  }

  private static boolean collide(
      MappingKey one, String place, MappingKey other, String otherPlace) {
    return one.placesMember()
        && other.placesMember()
        && one.call().equals(other.call())
        && !place.isEmpty()
        && (otherPlace + ".").startsWith(place + ".");
  }
}
