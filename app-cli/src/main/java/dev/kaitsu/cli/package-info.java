/**
 * The command line. Parses into our words, asks the domain or a running server, prints: data on
 * standard output, talk on standard error.
 */
package dev.kaitsu.cli;
