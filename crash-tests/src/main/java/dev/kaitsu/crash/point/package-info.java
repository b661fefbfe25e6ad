/**
 * Every story that an order can have, stopped at every durable write and every call: before, during
 * and after.
 */
package dev.kaitsu.crash.point;
