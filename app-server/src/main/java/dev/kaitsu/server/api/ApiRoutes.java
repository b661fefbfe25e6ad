package dev.kaitsu.server.api;

/** A group of routes of the API, named in {@link Api#of}. */
interface ApiRoutes {
  void addTo(ApiRouter api);
}
