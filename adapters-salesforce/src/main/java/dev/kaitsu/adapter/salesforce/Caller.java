package dev.kaitsu.adapter.salesforce;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Somebody who asked.
 *
 * @param next tells it once what to do next on its own thread
 * @param askedAt by the line's own clock
 */
record Caller<Q, A>(Q question, CompletableFuture<Supplier<A>> next, long askedAt) {}
