package dev.pintle.diagnostic;

/**
 * A place in a source: the file as the user knows it, line and column from 1. Column 0 stands for a
 * whole line, line 0 for a whole file.
 *
 * @param file a path, or what names a source that is no file, such as {@code --set}
 * @param line from 1; 0 if only the file is known
 * @param column in characters from 1; 0 if only the line is known
 */
public record Position(String file, int line, int column) {

  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
