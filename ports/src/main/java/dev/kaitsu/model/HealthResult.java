package dev.kaitsu.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What one check of a system found.
 *
 * @param responseTime how long the answer took, or was waited for
 * @param problem what is wrong, fit for operators; without secrets and personal data
 */
public record HealthResult(
    String system, HealthLevel level, Duration responseTime, Optional<String> problem) {}
