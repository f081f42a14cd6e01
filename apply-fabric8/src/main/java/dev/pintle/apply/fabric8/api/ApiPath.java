package dev.pintle.apply.fabric8.api;

/**
 * Where on an API server a request goes. There is no other way to say it: a request takes one of
 * these, and each of them has checked its segments by the time it is there. What may be done with a
 * path its type says; only a single object can be deleted. Immutable.
 */
public sealed interface ApiPath permits ServerPath, CollectionPath, ObjectPath, LogPath {

  /** From the server's root, escaped; it begins with a slash. */
  String text();
}
