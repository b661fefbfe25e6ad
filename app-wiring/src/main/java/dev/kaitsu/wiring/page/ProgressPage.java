package dev.kaitsu.wiring.page;

import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.LedgerFact.AttemptEnded;
import dev.kaitsu.model.LedgerFact.Billed;
import dev.kaitsu.model.LedgerFact.Skipped;
import dev.kaitsu.model.OrderProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An order's progress as people and scripts read it. */
public final class ProgressPage {
  private ProgressPage() {}

  public static Map<String, Object> of(OrderProgress progress) {
    var page = new LinkedHashMap<String, Object>();
    page.put("order", progress.order().value());
    page.put("state", state(progress));
    last(progress, Billed.class).ifPresent(billed -> page.put("whmcsOrder", billed.id().value()));
    lastEnd(progress).ifPresent(end -> page.put("reason", end.reason()));
    leftAlone(progress).ifPresent(reason -> page.put("leftAlone", reason));
    progress.waitingFor().ifPresent(blocker -> page.put("waitingFor", blocker));
    progress.nextLook().ifPresent(next -> page.put("nextLook", next.toString()));
    page.put("history", progress.history().stream().map(ProgressPage::line).toList());
    return page;
  }

  /** One word: working, waiting, activated, failed, parked, withdrawn, skipped or new. */
  static String state(OrderProgress progress) {
    if (progress.working()) {
      return "working";
    }
    if (progress.waitingFor().isPresent()) {
      return "waiting";
    }
    // An order that is live stays activated, however often it is looked at and left alone since.
    return lastEnd(progress)
        .map(end -> end.outcome().name().toLowerCase(Locale.ROOT))
        .orElseGet(() -> last(progress, Skipped.class).isPresent() ? "skipped" : "new");
  }

  /** Why the last look found nothing to do, if that was the last thing that happened. */
  private static Optional<String> leftAlone(OrderProgress progress) {
    var facts = facts(progress);
    return facts.isEmpty() || !(facts.get(facts.size() - 1) instanceof Skipped skipped)
        ? Optional.empty()
        : Optional.of(skipped.reason());
  }

  /** The end of the newest attempt, if it has ended. */
  public static Optional<AttemptEnded> lastEnd(OrderProgress progress) {
    return last(progress, AttemptEnded.class);
  }

  private static <F extends LedgerFact> Optional<F> last(OrderProgress progress, Class<F> kind) {
    return facts(progress).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((earlier, later) -> later);
  }

  private static List<LedgerFact> facts(OrderProgress progress) {
    var facts = new ArrayList<LedgerFact>();
    progress.history().forEach(entry -> facts.add(entry.fact()));
    return facts;
  }

  private static String line(LedgerEntry entry) {
    return "%s  %s".formatted(entry.at(), FactLine.of(entry.fact()));
  }
}
