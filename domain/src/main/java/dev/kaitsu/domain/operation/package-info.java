/** Operations on lines: when one may run, what comes next, and what a lost answer means. */
package dev.kaitsu.domain.operation;
