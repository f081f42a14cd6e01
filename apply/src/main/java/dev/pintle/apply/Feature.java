package dev.pintle.apply;

/** What an applier may be able to do besides bringing a release's objects to its target. */
public enum Feature {
  /** Installs what is in {@code crds/} first. */
  CRDS,
  /** Deletes what a release had and has no more. */
  PRUNE,
  /** Keeps earlier revisions and gives them. */
  HISTORY,
  /** Goes back to an earlier revision, on demand and on failure. */
  ROLLBACK,
  /** Runs hooks, tests among them. */
  HOOKS,
  /** Waits until objects are ready. */
  WAIT,
  /** Refuses objects that are not the release's own, unless it is told to take them over. */
  OWNERSHIP,
  /** Reports fields that somebody else manages, and can take them over. */
  CONFLICTS,
  /** Works out itself what to change, and replaces objects as a whole, where it is told to. */
  CLIENT_SIDE,
  /** Creates the release's namespace. */
  CREATE_NAMESPACE,
  /** Lets the target check a release without changing anything. */
  SERVER_DRY_RUN,
  /** Says what differs between a release and its objects. */
  DRIFT,
  /** Answers {@code lookup}. */
  LOOKUP
}
