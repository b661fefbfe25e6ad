package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One request to the API, credentials left out.
 *
 * @param writes whether it has an effect, so that it is never repeated and a lost answer is doubt
 * @param promised what a success must hold to be believed
 */
record WhmcsCall(
    String action, List<FormField> fields, boolean writes, Predicate<WireObject> promised) {

  WhmcsCall {
    fields = List.copyOf(fields);
  }

  static WhmcsCall read(String action, FormField... fields) {
    return new WhmcsCall(action, List.of(fields), false, reply -> true);
  }

  static WhmcsCall write(String action, List<FormField> fields, Predicate<WireObject> promised) {
    return new WhmcsCall(action, fields, true, promised);
  }

  /** Everything that is sent but the credentials, in the order it is sent. */
  List<FormField> form() {
    var form = new ArrayList<FormField>();
    form.add(new FormField("action", action));
    form.add(new FormField("responsetype", "json"));
    form.addAll(fields);
    return List.copyOf(form);
  }
}
