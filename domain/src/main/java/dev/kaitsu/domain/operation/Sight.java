package dev.kaitsu.domain.operation;

import dev.kaitsu.model.operation.InvoiceId;
import java.util.Optional;

/** What a look for the effect of a call shows. */
sealed interface Sight {
  /** The effect is in place. */
  record Seen(Optional<InvoiceId> invoice) implements Sight {}

  /** It is not in place now. */
  record NotSeen() implements Sight {}

  /** This look does not tell; a later one may. */
  record Unclear(String why) implements Sight {}

  /** No look will ever tell. */
  record Blind(String why) implements Sight {}

  /** The look itself came to nothing. */
  record Failed(String why) implements Sight {}
}
