/** What the documents must say, as it follows from the code. */
package dev.kaitsu.documents;
