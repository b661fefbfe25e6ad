/**
 * The partner's SFTP server: a real one, on loopback, with generated files of call and message
 * records, and with the troubles such servers have.
 */
package dev.kaitsu.sandbox.sftp;
