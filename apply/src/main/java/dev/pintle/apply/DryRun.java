package dev.pintle.apply;

/** How far an operation goes: the values of {@code --dry-run}. */
public enum DryRun {
  /** All the way. */
  NONE,
  /** Nothing is sent that could change anything. */
  CLIENT,
  /** The target checks everything, and changes nothing. */
  SERVER
}
