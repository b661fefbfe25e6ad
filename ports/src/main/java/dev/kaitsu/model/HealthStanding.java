package dev.kaitsu.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The last check of a system, made by whichever node.
 *
 * @param next when the next one is due
 * @param unattended how long ago a node last checked it, or left a check out on purpose
 */
public record HealthStanding(
    HealthResult last, Instant checkedAt, Instant next, Duration unattended) {}
