package dev.pintle.apply.fabric8.api;

/** What a server says of itself: its version, its kinds, and the schemas of their objects. */
public final class ServerPath implements ApiPath {

  /** Which version it has. */
  public static final ServerPath VERSION = new ServerPath("/version");

  /** The versions of the core group. */
  static final ServerPath CORE = new ServerPath("/api");

  /** The other groups. */
  static final ServerPath GROUPS = new ServerPath("/apis");

  private final String text;

  private ServerPath(String text) {
    this.text = text;
  }

  /**
   * The kinds of a version.
   *
   * @param group empty for the core group
   * @throws ApiException if one of them can be no part of a path
   */
  static ServerPath kinds(String group, String version) {
    return new ServerPath(root(group, version));
  }

  /**
   * The schemas of a version.
   *
   * @throws ApiException if what the type says can be no part of a path
   */
  public static ServerPath schemas(ResourceType type) {
    return new ServerPath("/openapi/v3" + root(type.group(), type.version()));
  }

  static String root(String group, String version) {
    String last = "/" + PathSegment.of("version", version);
    return group.isEmpty() ? "/api" + last : "/apis/" + PathSegment.of("group", group) + last;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
