package dev.pintle.cli.lint;

import dev.pintle.render.lint.LintResult;

/** A chart as the user named it, with what was found in it. */
record LintedPath(String path, LintResult result) {}
