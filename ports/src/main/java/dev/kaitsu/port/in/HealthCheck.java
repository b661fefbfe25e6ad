package dev.kaitsu.port.in;

/** Checks the systems around us whose check is due, on one node for all. */
public interface HealthCheck {
  void check();
}
