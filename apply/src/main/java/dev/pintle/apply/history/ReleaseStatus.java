package dev.pintle.apply.history;

import java.util.Locale;

/** The state of a revision, with the names that Helm writes into its records. */
public enum ReleaseStatus {
  UNKNOWN,
  DEPLOYED,
  UNINSTALLED,
  SUPERSEDED,
  FAILED,
  UNINSTALLING,
  PENDING_INSTALL,
  PENDING_UPGRADE,
  PENDING_ROLLBACK;

  /** Helm's name, such as {@code pending-install}. */
  public String helmName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The status of that name; {@link #UNKNOWN} for a name that Helm does not have. */
  public static ReleaseStatus ofHelmName(String name) {
    for (ReleaseStatus status : values()) {
      if (status.helmName().equals(name)) {
        return status;
      }
    }
    return UNKNOWN;
  }

  /** True while somebody works on the revision, or did when their process was killed. */
  public boolean isPending() {
    return this == PENDING_INSTALL || this == PENDING_UPGRADE || this == PENDING_ROLLBACK;
  }

  /** True if the revision was once complete: what a failed upgrade may go back to. */
  public boolean wasDeployed() {
    return this == DEPLOYED || this == SUPERSEDED;
  }
}
