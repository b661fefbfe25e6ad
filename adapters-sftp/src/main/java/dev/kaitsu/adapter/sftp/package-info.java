/**
 * The partner's SFTP server with the monthly files of call and message records. Serves {@link
 * dev.kaitsu.port.out.RecordFiles}.
 *
 * <p>Nothing is known for certain about the files' columns, charset and header, so all of it is a
 * mapping. A line is a row, whatever its quotes say, so that a broken one spoils no other; a file
 * is taken only if it was whole and stayed the same while it was read. Host keys are pinned, and
 * nothing of the user's own SSH settings is read.
 */
package dev.kaitsu.adapter.sftp;
