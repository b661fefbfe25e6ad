package dev.kaitsu.testkit;

import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.FormField;
import java.util.ArrayList;
import java.util.List;

/** A draft as the form that would be sent. */
final class BillingForm {
  private BillingForm() {}

  static List<FormField> of(BillingDraft draft) {
    var fields = new ArrayList<FormField>();
    fields.add(new FormField("action", "AddOrder"));
    fields.add(new FormField("clientid", draft.client().toString()));
    fields.add(new FormField("notes", "sfOrderId=" + draft.order()));
    int line = 0;
    for (var each : draft.lines()) {
      fields.add(new FormField("pid[" + line + "]", each.product().toString()));
      fields.add(new FormField("billingcycle[" + line + "]", each.cycle().wireName()));
      fields.add(new FormField("qty[" + line + "]", Integer.toString(each.quantity())));
      line++;
    }
    return fields;
  }
}
