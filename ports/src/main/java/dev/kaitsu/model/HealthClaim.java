package dev.kaitsu.model;

import java.time.Instant;

/** One node's right to check a system now; when it runs out, any node may. */
public record HealthClaim(String system, Instant until) {}
