package dev.kaitsu.model;

import java.time.Duration;

/**
 * How many orders wait, on all nodes together.
 *
 * @param due to be looked at now, and nobody has begun
 * @param working being looked at
 * @param later to be looked at at a later time
 * @param held waiting for a system that is down; they are among the later ones
 * @param longestWait how long the longest waiting of the due orders has waited
 */
public record QueueStatus(int due, int working, int later, int held, Duration longestWait) {}
