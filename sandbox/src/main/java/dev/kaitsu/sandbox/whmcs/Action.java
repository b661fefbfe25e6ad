package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;

/** One action of the API. */
@FunctionalInterface
interface Action {
  Reply run(PhpArray form);
}
