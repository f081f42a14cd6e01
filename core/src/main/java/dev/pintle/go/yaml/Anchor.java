package dev.pintle.go.yaml;

/** A value that aliases can stand for. */
final class Anchor {
  boolean complete;
  Object value;
  int height;
  long nodes;
}
