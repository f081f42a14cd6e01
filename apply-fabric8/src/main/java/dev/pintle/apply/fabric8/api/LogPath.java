package dev.pintle.apply.fabric8.api;

/** What the containers of a pod have printed. */
public record LogPath(ObjectPath pod) implements ApiPath {

  @Override
  public String text() {
    return pod.text() + "/log";
  }
}
