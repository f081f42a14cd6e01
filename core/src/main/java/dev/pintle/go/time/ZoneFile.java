package dev.pintle.go.time;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules of a zone as a file of the tz database holds them (TZif, RFC 8536), looked up the way
 * Go does it. The JDK's own rules have no abbreviations, which Go prints.
 */
final class ZoneFile implements Zone {

  private static final int MAGIC = 0x545A6966; // TZif

  private final String name;
  private final Period[] periods;
  private final long[] transitions;
  private final int[] periodAfter;
  private final YearlyRule afterwards;
  private final Period before;

  private ZoneFile(
      String name, Period[] periods, long[] transitions, int[] periodAfter, YearlyRule afterwards) {
    this.name = name;
    this.periods = periods;
    this.transitions = transitions;
    this.periodAfter = periodAfter;
    this.afterwards = afterwards;
    this.before = periods[indexBefore(periods, periodAfter)];
  }

  /** Reads a file, null if it is none of this kind. */
  static Zone read(String name, byte[] content) {
    try {
      return parse(name, ByteBuffer.wrap(content));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return null; // Cut off, or with numbers that lead nowhere.
    }
  }

  /** The six counts in the header of a block. */
  private record Counts(int universal, int standard, int leaps, int times, int types, int chars) {

    static Counts read(ByteBuffer in) {
      in.position(in.position() + 15); // reserved
      return new Counts(
          in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }

    int blockLength(int timeSize) {
      return times * (timeSize + 1)
          + types * 6
          + chars
          + leaps * (timeSize + 4)
          + standard
          + universal;
    }
  }

  private static Zone parse(String name, ByteBuffer in) {
    int version = version(in);
    if (version == 0) {
      return null;
    }
    Counts counts = Counts.read(in);
    int timeSize = 4;
    if (version > 1) {
      // The same again follows with 64 bits.
      in.position(in.position() + counts.blockLength(timeSize) + 5);
      counts = Counts.read(in);
      timeSize = 8;
    }
    if (counts.types == 0) {
      return null;
    }
    int blockEnd = in.position() + counts.blockLength(timeSize);
    if (blockEnd < 0 || blockEnd > in.limit()) {
      return null;
    }
    long[] transitions = new long[counts.times];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = timeSize == 8 ? in.getLong() : in.getInt();
    }
    int[] periodAfter = new int[counts.times];
    for (int i = 0; i < periodAfter.length; i++) {
      periodAfter[i] = in.get() & 0xFF;
    }
    Period[] periods = periods(in, counts);
    in.position(blockEnd);
    for (int index : periodAfter) {
      if (index >= periods.length) {
        return null;
      }
    }
    return new ZoneFile(name, periods, transitions, periodAfter, footer(in));
  }

  /** The version, 1 to 3; 0 if this is no such file or one of a version that Go does not read. */
  private static int version(ByteBuffer in) {
    boolean magic = in.getInt() == MAGIC;
    int version =
        switch (in.get()) {
          case 0 -> 1;
          case '2' -> 2;
          case '3' -> 3;
          default -> 0;
        };
    return magic ? version : 0;
  }

  private static Period[] periods(ByteBuffer in, Counts counts) {
    int namesAt = in.position() + counts.types * 6;
    Period[] periods = new Period[counts.types];
    for (int i = 0; i < periods.length; i++) {
      int offset = in.getInt();
      boolean daylight = in.get() != 0;
      int from = in.get() & 0xFF;
      int to = from;
      while (to < counts.chars && in.get(namesAt + to) != 0) {
        to++;
      }
      periods[i] =
          new Period(
              new String(in.array(), namesAt + from, to - from, StandardCharsets.ISO_8859_1),
              offset,
              daylight);
    }
    return periods;
  }

  private static YearlyRule footer(ByteBuffer in) {
    String rest =
        new String(in.array(), in.position(), in.remaining(), StandardCharsets.ISO_8859_1);
    return rest.length() > 2 && rest.startsWith("\n") && rest.endsWith("\n")
        ? YearlyRule.parse(rest.substring(1, rest.length() - 1))
        : null;
  }

  /** The period of the time before the first transition. */
  private static int indexBefore(Period[] periods, int[] periodAfter) {
    if (Arrays.stream(periodAfter).noneMatch(index -> index == 0)) {
      return 0;
    }
    List<Integer> candidates = new ArrayList<>();
    if (periods[periodAfter[0]].daylight()) {
      for (int i = periodAfter[0] - 1; i >= 0; i--) {
        candidates.add(i);
      }
    }
    for (int i = 0; i < periods.length; i++) {
      candidates.add(i);
    }
    return candidates.stream().filter(i -> !periods[i].daylight()).findFirst().orElse(0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Period at(long seconds) {
    int found = Arrays.binarySearch(transitions, seconds);
    int last = found >= 0 ? found : -found - 2;
    if (last == transitions.length - 1 && afterwards != null) {
      return afterwards.at(seconds);
    }
    return last < 0 ? before : periods[periodAfter[last]];
  }

  @Override
  public Integer offsetOf(String abbreviation, long seconds) {
    Integer sometime = null;
    for (Period period : periods) {
      if (period.name().equals(abbreviation)) {
        Period then = at(seconds - period.offset());
        if (then.name().equals(abbreviation)) {
          return then.offset();
        }
        sometime = sometime == null ? (Integer) period.offset() : sometime;
      }
    }
    return sometime;
  }
}
