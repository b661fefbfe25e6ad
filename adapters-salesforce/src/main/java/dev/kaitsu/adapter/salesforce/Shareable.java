package dev.kaitsu.adapter.salesforce;

import java.util.List;
import java.util.function.Supplier;

/**
 * A call that can be made for one caller or for several. Either way it ends with what each caller
 * has left to do on its own thread: to work off its part of the answer, or to call for itself.
 *
 * @param <Q> what a caller asks
 * @param <A> what it is answered
 */
interface Shareable<Q, A> {
  /** How much fits into one call. */
  int room();

  /** How much of the room this question takes. One that takes more than all is asked alone. */
  int size(Q question);

  Supplier<A> alone(Q question);

  /**
   * Calls once for all.
   *
   * @param questions at least two
   * @return the rest of each question's work, in their order
   */
  List<Supplier<A>> together(List<Q> questions);
}
