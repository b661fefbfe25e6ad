package dev.kaitsu.model;

import java.time.Instant;

/**
 * An outside system was found down, and orders that have not started wait for it.
 *
 * @param system as health probes name it
 * @param since when it was found down
 * @param back whether it answers again: waiting orders are started, more of them each round
 * @param rounds how many groups were started since it is back
 * @param reason what was found, fit for operators
 */
public record SystemHold(String system, Instant since, boolean back, int rounds, String reason) {}
