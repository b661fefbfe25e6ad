/** A believable mix of orders, each with the outcome it must have. */
package dev.kaitsu.sandbox.demo;
