package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.model.sim.Usage;
import dev.kaitsu.port.out.SimLines;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Management of live lines through the Freebit API. */
final class FreebitSimLines implements SimLines {
  private static final ZoneId THERE = ZoneId.of("Asia/Tokyo");

  /** How far back a quota is looked for: longer than anybody is in doubt about one. */
  private static final int HISTORY_DAYS = 90;

  private final FreebitClient client;
  private final InstantSource clock;
  private final LineLook look;
  private final LineCalls calls;
  private final UsageReader usage;
  private final HistoryReader history;

  FreebitSimLines(FreebitClient client, FreebitMapping mapping, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.look = new LineLook(client, mapping);
    this.calls = new LineCalls(mapping);
    this.usage = new UsageReader(mapping);
    this.history = new HistoryReader(mapping);
  }

  @Override
  public Optional<LineDetail> find(PhoneNumber line) {
    return look.find(line);
  }

  @Override
  public Usage usage(PhoneNumber line) {
    return usage.read(line, client.send(calls.usage(line)), today());
  }

  @Override
  public void addQuota(PhoneNumber line, Quota quota) {
    change(calls.addQuota(line, quota));
  }

  @Override
  public Optional<Boolean> hasQuota(PhoneNumber line, String code) {
    var today = today();
    return calls
        .history(line, today.minusDays(HISTORY_DAYS), today.plusDays(1))
        .flatMap(call -> history.has(code, client.send(call)));
  }

  @Override
  public void changePlan(PhoneNumber line, PlanCode plan, Optional<LocalDate> on) {
    change(calls.changePlan(line, plan, on));
  }

  @Override
  public void changeNetwork(
      PhoneNumber line, NetworkType network, Optional<ProductNumber> productNumber) {
    change(calls.changeNetwork(line, network, productNumber));
  }

  private void change(FreebitCall call) {
    var unused = client.send(call);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), THERE);
  }
}
