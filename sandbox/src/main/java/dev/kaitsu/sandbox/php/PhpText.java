package dev.kaitsu.sandbox.php;

/** A scalar: a string, or a number, boolean or null in the text form that PHP prints. */
public record PhpText(String text) implements PhpValue {}
