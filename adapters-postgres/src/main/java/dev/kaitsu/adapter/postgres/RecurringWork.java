package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.in.HealthCheck;
import dev.kaitsu.port.in.HoldReview;
import dev.kaitsu.port.in.LimitCheck;
import dev.kaitsu.port.in.LivenessCheck;
import dev.kaitsu.port.in.OrderSweep;
import dev.kaitsu.port.in.RecordRound;

/** What is done again and again, on one node at a time. */
public record RecurringWork(
    OrderSweep sweep,
    LivenessCheck liveness,
    HoldReview holds,
    LimitCheck limits,
    HealthCheck health,
    RecordRound records) {}
