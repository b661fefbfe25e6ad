/** What the parts have in common: how they are called, and how their findings become a page. */
package dev.kaitsu.crash.report;
