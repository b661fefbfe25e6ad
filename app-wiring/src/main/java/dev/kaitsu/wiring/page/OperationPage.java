package dev.kaitsu.wiring.page;

import dev.kaitsu.model.operation.LineOperation.NetworkChange;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.OperationEntry;
import dev.kaitsu.model.operation.OperationView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An operation on a SIM line for people and scripts; its number is masked. */
public final class OperationPage {
  private OperationPage() {}

  /** Everything about it. */
  public static Map<String, Object> of(OperationView view) {
    var page = brief(view);
    page.put("history", view.history().stream().map(OperationPage::line).toList());
    return page;
  }

  /** As it stands in a list. */
  public static Map<String, Object> brief(OperationView view) {
    var page = new LinkedHashMap<String, Object>();
    var operation = view.operation();
    page.put("operation", operation.id().toString());
    page.put("line", operation.line().toString());
    page.put("kind", word(operation.kind()));
    addWhat(page, view);
    page.put("state", word(view.state()));
    page.put("requestedBy", operation.by());
    page.put("requestedAt", operation.requestedAt().toString());
    view.mayRunAt().ifPresent(at -> page.put("mayRunAt", at.toString()));
    view.invoice().ifPresent(invoice -> page.put("whmcsInvoice", invoice.value()));
    view.code().ifPresent(code -> page.put("code", code.code()));
    view.reason().ifPresent(reason -> page.put("reason", reason));
    view.remedy().ifPresent(remedy -> page.put("remedy", remedy));
    return page;
  }

  /** A kind or a state as it is printed. */
  public static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static void addWhat(Map<String, Object> page, OperationView view) {
    var what = view.operation().what();
    if (what instanceof TopUp topUp) {
      page.put("client", topUp.client().value());
      page.put("megabytes", topUp.megabytes());
      page.put("amount", topUp.amount().toPlainString());
      topUp.expires().ifPresent(day -> page.put("expires", day.toString()));
    } else if (what instanceof PlanChange change) {
      page.put("plan", change.plan().value());
      change.on().ifPresent(day -> page.put("on", day.toString()));
    } else if (what instanceof NetworkChange change) {
      page.put("network", change.network().label());
    }
  }

  private static String line(OperationEntry entry) {
    return "%s  %s".formatted(entry.at(), OperationFactLine.of(entry.fact()));
  }
}
