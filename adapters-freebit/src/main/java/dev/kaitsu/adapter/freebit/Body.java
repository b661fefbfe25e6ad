package dev.kaitsu.adapter.freebit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.sim.PhoneNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of one request without the key, each in its place; prints none of them. */
final class Body {
  static final String YES = "10";
  static final String NO = "20";
  private static final String MASK = "***";
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

  private record Member(String place, String value, String shown) {}

  private final List<Member> members = new ArrayList<>();

  Body with(String place, String value) {
    members.add(new Member(place, value, value));
    return this;
  }

  /** As {@link #with(String, String)}; without a place it is left out. */
  Body with(Optional<String> place, String value) {
    place.ifPresent(at -> with(at, value));
    return this;
  }

  Body with(String place, PhoneNumber line) {
    members.add(new Member(place, line.digits(), line.toString()));
    return this;
  }

  /** Something about a person: it is sent, and never shown. */
  Body withPersonal(Optional<String> place, String value) {
    place.ifPresent(at -> members.add(new Member(at, value, MASK)));
    return this;
  }

  Body with(String place, LocalDate date) {
    return with(place, DATE.format(date));
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  static String flag(boolean on) {
    return on ? YES : NO;
  }

  ObjectNode json() {
    var root = JsonNodeFactory.instance.objectNode();
    for (var member : members) {
      var steps = member.place().split("\\.", -1);
      var at = root;
      for (int i = 0; i < steps.length - 1; i++) {
        at = steps[i].endsWith("[]") ? entry(at, steps[i]) : at.withObjectProperty(steps[i]);
      }
      at.put(steps[steps.length - 1], member.value());
    }
    return root;
  }

  private static ObjectNode entry(ObjectNode in, String step) {
    var list = in.withArrayProperty(step.substring(0, step.length() - 2));
    return list.isEmpty() ? list.addObject() : (ObjectNode) list.get(0);
  }

  List<FormField> preview() {
    return members.stream().map(each -> new FormField(each.place(), each.shown())).toList();
  }

  /** What must not come back in a message. */
  List<String> personal() {
    return members.stream()
        .filter(each -> !each.shown().equals(each.value()))
        .map(Member::value)
        .filter(value -> value.length() > 1 || value.charAt(0) > 127)
        .toList();
  }

  @Override
  public String toString() {
    return "Body[…]";
  }
}
