package dev.kaitsu.crash.point;

import dev.kaitsu.crash.report.Findings;
import dev.kaitsu.crash.report.Options;
import dev.kaitsu.crash.report.Part;
import dev.kaitsu.crash.report.Row;
import dev.kaitsu.crash.report.Seen;
import java.util.List;
import java.util.stream.Stream;

/** Every story, stopped at every point, and at every pair of points. */
public final class Points implements Part {

  @Override
  public String name() {
    return "points";
  }

  @Override
  public String method() {
    return "Each story is run on a virtual clock against stateful fakes, once undisturbed, once for"
        + " each way of stopping it at each durable write, each read of the store and each call,"
        + " then for each pair of deaths and each pair of a death and a store failure. An operator"
        + " retries what failed. Judged by the books of the fakes: billed and accepted at most"
        + " once, Salesforce shows that order or a code, nothing is open, owed or looked for, no"
        + " node that was taken over changes anything outside.";
  }

  @Override
  public Findings run(Options options) {
    var enumeration = new Enumeration();
    for (Story story : Stories.all()) {
      enumeration.singles(story);
      enumeration.pairs(story, Stop.DEATHS, Stop.DEATHS);
      enumeration.pairs(story, Stop.DEATHS, Stop.STORE_TROUBLES);
      enumeration.pairs(story, Stop.STORE_TROUBLES, Stop.DEATHS);
    }
    var rows = Stream.concat(storyRows(enumeration), spotRows(enumeration)).toList();
    return new Findings(
        rows,
        enumeration.violations(),
        List.of(
            "%,d stories".formatted(Stories.all().size()),
            "%,d single stops".formatted(enumeration.singles()),
            "%,d pairs of stops".formatted(enumeration.pairs())));
  }

  private static Stream<Row> storyRows(Enumeration enumeration) {
    return enumeration.stories().counts().entrySet().stream()
        .map(
            entry ->
                new Row(
                    entry.getKey().name(),
                    "undisturbed, and stopped at each point",
                    entry.getKey().seen(),
                    entry.getValue().tried(),
                    entry.getValue().violations()));
  }

  private static Stream<Row> spotRows(Enumeration enumeration) {
    return enumeration.spots().counts().entrySet().stream()
        .map(
            entry -> {
              var stop = entry.getKey().stop();
              var call = entry.getKey().call();
              return new Row(
                  stop.words(),
                  call.words(),
                  new Seen(stop.order(), call.inWhmcs(), call.inSalesforce(), stop.operator()),
                  entry.getValue().tried(),
                  entry.getValue().violations());
            });
  }
}
