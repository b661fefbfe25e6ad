package dev.kaitsu.wiring.page;

import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.Usage;
import java.util.LinkedHashMap;
import java.util.Map;

/** A SIM line for people and scripts; its number and its device's id are masked. */
public final class LinePage {
  private LinePage() {}

  /** What the SIM operator shows of it. */
  public static Map<String, Object> of(LineDetail detail) {
    var page = new LinkedHashMap<String, Object>();
    page.put("line", detail.line().toString());
    detail.state().ifPresent(state -> page.put("state", state));
    detail.inService().ifPresent(live -> page.put("inService", live));
    detail.plan().ifPresent(plan -> page.put("plan", plan.value()));
    detail.network().ifPresent(network -> page.put("network", network.label()));
    detail.eid().ifPresent(eid -> page.put("eid", eid.toString()));
    detail.productNumber().ifPresent(number -> page.put("productNumber", number.value()));
    detail.voiceMail().ifPresent(on -> page.put("voiceMail", on));
    detail.callWaiting().ifPresent(on -> page.put("callWaiting", on));
    return page;
  }

  /** What it has used, in kilobytes. */
  public static Map<String, Object> of(Usage usage) {
    var page = new LinkedHashMap<String, Object>();
    page.put("line", usage.line().toString());
    usage.today().ifPresent(kilobytes -> page.put("todayKb", kilobytes));
    usage.remaining().ifPresent(kilobytes -> page.put("remainingKb", kilobytes));
    usage.restricted().ifPresent(slowed -> page.put("restricted", slowed));
    var days = new LinkedHashMap<String, Object>();
    usage.recent().forEach(day -> days.put(day.date().toString(), day.kilobytes()));
    page.put("recentKb", days);
    return page;
  }
}
