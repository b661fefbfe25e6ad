/**
 * Kaitsu's server and sandbox in processes of their own, started as users start them, and what to
 * ask them from outside; and on which machine and commit that was done.
 */
package dev.kaitsu.process;
