package dev.pintle.cli.lint;

import java.util.List;

/** A form in which what was found in charts is printed. */
interface LintReport {

  /** The whole text for all charts. */
  String of(List<LintedPath> charts);
}
