package dev.pintle.handlebars;

import dev.pintle.limit.LimitException;
import dev.pintle.template.Execution;
import java.io.Writer;

/** What the library writes to: a text whose length is limited. */
final class Output extends Writer {

  private final StringBuilder text = new StringBuilder();
  private final Execution execution;

  Output(Execution execution) {
    this.execution = execution;
  }

  int length() {
    return text.length();
  }

  /** Takes back what was written from there on. */
  String takeFrom(int start) {
    String taken = text.substring(start);
    text.setLength(start);
    execution.wrote(-taken.length()); // it is counted where it is written in the end
    return taken;
  }

  String all() {
    return text.toString();
  }

  void clear() {
    text.setLength(0);
  }

  private void count(int chars) {
    try {
      execution.wrote(chars);
    } catch (LimitException e) {
      throw new Failure(e.getMessage(), e, null, false);
    }
  }

  @Override
  public void write(String written) {
    count(written.length());
    text.append(written);
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    count(length);
    text.append(chars, offset, length);
  }

  @Override
  public Writer append(CharSequence written) {
    count(written.length());
    text.append(written);
    return this;
  }

  @Override
  public void flush() {
    // everything is in memory
  }

  @Override
  public void close() {
    // nothing is open
  }
}
