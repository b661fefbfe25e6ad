package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.Quota;
import java.time.LocalDate;
import java.util.Optional;

/** The calls about a line that exists. */
final class LineCalls {
  private static final String LINE = "MVNO";

  private final FreebitMapping mapping;

  LineCalls(FreebitMapping mapping) {
    this.mapping = mapping;
  }

  FreebitCall detail(PhoneNumber line) {
    var body = new Body();
    mapping.find(MappingKey.DETAIL_VERSION).ifPresent(version -> body.with("version", version));
    body.with("requestDatas[].kind", LINE).with("requestDatas[].account", line);
    return FreebitCall.read("PA03-02", mapping.text(MappingKey.DETAIL_PATH), body);
  }

  FreebitCall usage(PhoneNumber line) {
    return FreebitCall.read("PA05-01", "mvno/getTrafficInfo/", new Body().with("account", line));
  }

  FreebitCall addQuota(PhoneNumber line, Quota quota) {
    var body =
        new Body()
            .with("kind", LINE)
            .with("account", line)
            .with("quota", Integer.toString(quota.megabytes()))
            .with("quotaCode", quota.code());
    quota.expires().ifPresent(day -> body.with("expire", day));
    return FreebitCall.write("PA04-04", mapping.text(MappingKey.QUOTA_PATH), body);
  }

  /** Empty if nobody said where the history can be asked for. */
  Optional<FreebitCall> history(PhoneNumber line, LocalDate from, LocalDate to) {
    return mapping
        .find(MappingKey.HISTORY_PATH)
        .map(
            path ->
                FreebitCall.read(
                    "PA05-02",
                    path,
                    new Body()
                        .with("account", line)
                        .with(mapping.find(MappingKey.HISTORY_FROM), Body.date(from))
                        .with(mapping.find(MappingKey.HISTORY_TO), Body.date(to))));
  }

  FreebitCall changePlan(PhoneNumber line, PlanCode plan, Optional<LocalDate> on) {
    var body = new Body().with("account", line).with("planCode", plan.value());
    on.ifPresent(day -> body.with("runTime", day));
    return FreebitCall.write("PA05-21", mapping.text(MappingKey.PLAN_PATH), body);
  }

  FreebitCall changeNetwork(
      PhoneNumber line, NetworkType network, Optional<ProductNumber> productNumber) {
    var body = new Body().with("account", line);
    productNumber.ifPresent(number -> body.with("productNumber", number.value()));
    body.with("contractLine", network.label());
    return FreebitCall.write("PA05-38", "mvno/contractline/change/", body);
  }
}
