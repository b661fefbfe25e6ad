package dev.kaitsu.sandbox.control;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Faults;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The routes that script the systems' faults and latencies. */
final class FaultRoutes {
  private final Map<String, Faults> systems = new ConcurrentSkipListMap<>();

  void add(String system, Faults faults) {
    systems.put(system, faults);
  }

  Object script(ControlRequest request) {
    request.only("system", "operation", "when", "symptom", "times", "delayMs");
    Faults faults = system(request);
    String operation = request.text("operation");
    var fault =
        new Fault(
            request.constant("when", Fault.Moment.class),
            request.constant("symptom", Fault.Symptom.class),
            request.millis("delayMs"));
    int times = request.number("times", 1, 1);
    faults.script(operation, fault, times);
    return Map.of("scripted", times);
  }

  Object latency(ControlRequest request) {
    request.only("system", "operation", "delayMs");
    Faults faults = system(request);
    var latency = request.millis("delayMs");
    faults.latency(request.text("operation"), latency);
    return Map.of("delayMs", latency.toMillis());
  }

  Object clear(ControlRequest request) {
    request.only();
    systems.values().forEach(Faults::clear);
    return Map.of("cleared", systems.keySet());
  }

  Object underWay(ControlRequest request) {
    request.only();
    var counts = new TreeMap<String, Object>();
    systems.forEach((name, faults) -> counts.put(name, faults.underWay().counts()));
    return counts;
  }

  private Faults system(ControlRequest request) {
    String name = request.text("system");
    Faults faults = systems.get(name);
    if (faults == null) {
      throw new InvalidFieldException(
          "system", "is '%s', not one of %s".formatted(name, systems.keySet()));
    }
    return faults;
  }
}
