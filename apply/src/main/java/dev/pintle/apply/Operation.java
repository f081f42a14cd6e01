package dev.pintle.apply;

import dev.pintle.release.Hook;

/** What can be done with a release; each has hooks that run before and after. */
public enum Operation {
  INSTALL(Hook.Event.PRE_INSTALL, Hook.Event.POST_INSTALL),
  UPGRADE(Hook.Event.PRE_UPGRADE, Hook.Event.POST_UPGRADE),
  ROLLBACK(Hook.Event.PRE_ROLLBACK, Hook.Event.POST_ROLLBACK),
  UNINSTALL(Hook.Event.PRE_DELETE, Hook.Event.POST_DELETE),
  /** Runs hooks and nothing else. */
  TEST(Hook.Event.TEST, Hook.Event.TEST);

  private final Hook.Event before;
  private final Hook.Event after;

  Operation(Hook.Event before, Hook.Event after) {
    this.before = before;
    this.after = after;
  }

  /** The hooks that run before. */
  public Hook.Event before() {
    return before;
  }

  /** The hooks that run after. */
  public Hook.Event after() {
    return after;
  }
}
