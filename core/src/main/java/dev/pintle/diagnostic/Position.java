package dev.pintle.diagnostic;

import dev.pintle.diagnostic.wording.Visible;

/**
 * A place in a source: the file as the user knows it, line and column from 1. Column 0 stands for a
 * whole line, line 0 for a whole file. As text it is on one line, whatever the file is called.
 *
 * @param file a path, or what names a source that is no file, such as {@code --set}
 * @param line from 1; 0 if only the file is known
 * @param column in characters from 1; 0 if only the line is known
 */
public record Position(String file, int line, int column) {

  @Override
  public String toString() {
    String shown = Visible.name(file);
    if (line == 0) {
      return shown;
    }
    return column == 0 ? shown + ":" + line : shown + ":" + line + ":" + column;
  }
}
