package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.sim.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the part of a detail (PA03-02) that is about one line: nothing of the master account that
 * it is linked with, nor of another line.
 */
final class LineEntry {
  private static final String NO_LEADING_ZEROS = "^0+";
  private static final String MASTER = "master";

  private final List<String> accounts;
  private final List<String> states;

  LineEntry(FreebitMapping mapping) {
    this.accounts = mapping.list(MappingKey.READ_ACCOUNT);
    this.states = mapping.list(MappingKey.READ_STATE);
  }

  /** The object with our number; where nothing has a line's number, the answer as a whole. */
  Optional<WireObject> of(PhoneNumber line, WireObject reply) {
    var ours = significant(line.digits());
    var lines = withoutMasters(reply);
    if (lines.objects().noneMatch(each -> numbers(each).findAny().isPresent())) {
      return Optional.of(lines)
          .filter(each -> !isOther(each, ours))
          .map(each -> withoutOthers(each, ours))
          .filter(each -> each.anywhere(states).isPresent());
    }
    return lines
        .objects()
        .filter(each -> numbers(each).anyMatch(ours::equals))
        .findFirst()
        .map(each -> withoutOthers(each, ours));
  }

  /**
   * Whether it is a complete answer in which there is no line at all; next to an empty list it may
   * repeat the number that was asked for.
   */
  boolean isNone(WireObject reply) {
    if (reply.object("status").isEmpty()) {
      return false;
    }
    var lines = withoutMasters(reply);
    var envelope = new ArrayList<>(List.of("resultCode", "status"));
    if (lines.hasEmptyList()) {
      envelope.add("kind");
      envelope.addAll(accounts);
    }
    return lines.isEmptyBut(envelope);
  }

  private static WireObject withoutMasters(WireObject reply) {
    return reply.without(
        (name, object) ->
            name.toLowerCase(Locale.ROOT).startsWith(MASTER)
                || object.text("kind").filter(MASTER::equalsIgnoreCase).isPresent());
  }

  private WireObject withoutOthers(WireObject object, String ours) {
    return object.without((name, inner) -> isOther(inner, ours));
  }

  private boolean isOther(WireObject object, String ours) {
    return names(object).findAny().isPresent() && numbers(object).noneMatch(ours::equals);
  }

  /** Numbers of lines, as far as JSON numbers keep them; a master account is none. */
  private Stream<String> numbers(WireObject object) {
    return names(object)
        .map(text -> text.replace("-", ""))
        .filter(text -> text.matches("[0-9]{10,14}"))
        .map(LineEntry::significant);
  }

  private Stream<String> names(WireObject object) {
    return accounts.stream().flatMap(name -> object.text(name).stream());
  }

  private static String significant(String digits) {
    return digits.replaceFirst(NO_LEADING_ZEROS, "");
  }
}
