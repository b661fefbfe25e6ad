/**
 * What each port promises, as tests. The fake's test and every adapter's test extend them, so that
 * fakes cannot drift from the truth. A subclass arranges the world behind the port; names in a
 * world that several tests share never collide.
 */
package dev.kaitsu.testkit.contract;
