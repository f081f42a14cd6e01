package dev.pintle.schema.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A schema with an identifier of its own, or a document as a whole: what references start from. */
public final class SchemaResource {

  private final String pointer;
  private final String id;
  private final Draft draft;
  private final Map<String, String> anchors = new HashMap<>();
  private final Set<String> dynamicAnchors = new LinkedHashSet<>();

  SchemaResource(String pointer, String id, Draft draft) {
    this.pointer = pointer;
    this.id = id;
    this.draft = draft;
  }

  /** Where it is in its document. */
  public String pointer() {
    return pointer;
  }

  /** Its absolute URL. */
  public String id() {
    return id;
  }

  /** The draft that it is written in. */
  public Draft draft() {
    return draft;
  }

  /** The pointers of its anchors, by name. */
  public Map<String, String> anchors() {
    return anchors;
  }

  /** Which of the anchors are dynamic. */
  public Set<String> dynamicAnchors() {
    return dynamicAnchors;
  }
}
