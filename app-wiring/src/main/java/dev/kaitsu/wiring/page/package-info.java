/** What is shown of an order, in the same words on the command line and over HTTP. */
package dev.kaitsu.wiring.page;
