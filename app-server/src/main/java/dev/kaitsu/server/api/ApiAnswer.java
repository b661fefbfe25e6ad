package dev.kaitsu.server.api;

import io.javalin.http.HttpStatus;

/** What a route answers: a page that can be written as JSON. */
record ApiAnswer(HttpStatus status, Object page) {
  static ApiAnswer ok(Object page) {
    return new ApiAnswer(HttpStatus.OK, page);
  }

  /** It is in line; the page says where to look how it goes on. */
  static ApiAnswer accepted(Object page) {
    return new ApiAnswer(HttpStatus.ACCEPTED, page);
  }
}
