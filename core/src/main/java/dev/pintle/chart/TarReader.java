package dev.pintle.chart;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a tar archive, entry by entry, as Go's {@code archive/tar} does: the formats V7, ustar, PAX
 * and GNU, without sparse files. It reads no byte beyond the archive's end.
 *
 * <pre>
 * archive  = { { extended } entry } end
 * extended = header with type "x", "g", "L" or "K", and records or a name as its content
 * entry    = header, content, zeros up to the next block of 512 bytes
 * end      = two blocks of zeros, or the end of the stream where an entry could begin
 * </pre>
 */
final class TarReader {

  /** Directories, besides what their mode says. */
  static final char DIRECTORY = '5';

  /** Extended headers for all that follows; they come out as entries of their own. */
  static final char GLOBAL = 'g';

  static final char HARD_LINK = '1';
  static final char SYMBOLIC_LINK = '2';

  private static final int BLOCK = 512;
  private static final int MAX_EXTENDED_BYTES = 1 << 20;
  private static final String HEADER_ONLY = "123456";

  /** Offsets and lengths of the fields of a header. */
  private static final int[] NAME = {0, 100};

  private static final int[] MODE = {100, 8};
  private static final int[] OWNER = {108, 8};
  private static final int[] GROUP = {116, 8};
  private static final int[] SIZE = {124, 12};
  private static final int[] TIME = {136, 12};
  private static final int[] CHECKSUM = {148, 8};
  private static final int TYPE = 156;
  private static final int[] LINK_NAME = {157, 100};
  private static final int[] MAGIC = {257, 8};
  private static final int[] PREFIX = {345, 155};

  /**
   * A file, directory, link or device.
   *
   * @param type the type flag, that of the oldest format translated
   * @param size what the header says; links and the like have no content, whatever it says
   */
  record Entry(String name, String linkName, char type, long mode, long size) {

    private static final long FILE_TYPE_BITS = ~07777L;
    private static final long DIRECTORY_BITS = 0040000;

    boolean isDirectory() {
      return type == DIRECTORY || (mode & FILE_TYPE_BITS) == DIRECTORY_BITS;
    }
  }

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private long contentLeft;
  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next entry, or null at the end of the archive; skips what is left of the one before.
   *
   * @throws TarException if there is no good header where one should be
   */
  Entry next() throws IOException {
    Map<String, String> records = new HashMap<>();
    String longName = "";
    String longLinkName = "";
    while (true) {
      if (!skipContent() || !readHeaderBlock()) {
        return null;
      }
      Entry entry = header();
      startContent(entry);
      switch (entry.type) {
        case 'x' -> records = records(extendedContent());
        case GLOBAL -> {
          records(extendedContent());
          return entry;
        }
        case 'L' -> longName = text(extendedContent());
        case 'K' -> longLinkName = text(extendedContent());
        default -> {
          Entry complete = withExtensions(entry, records, longName, longLinkName);
          startContent(complete);
          return complete;
        }
      }
    }
  }

  /**
   * The content of the current entry, as far as it is no longer than that.
   *
   * @throws EOFException if the archive ends before the content does
   */
  byte[] content(int most) throws IOException {
    byte[] content = in.readNBytes((int) Math.min(contentLeft, most));
    contentLeft -= content.length;
    if (content.length < most && contentLeft > 0) {
      throw new EOFException();
    }
    return content;
  }

  private static Entry withExtensions(
      Entry entry, Map<String, String> records, String longName, String longLinkName)
      throws TarException {
    if (entry.type == 'S' || records.keySet().stream().anyMatch(k -> k.startsWith("GNU.sparse."))) {
      throw new TarException("sparse files are not supported");
    }
    String name = records.getOrDefault("path", "");
    String linkName = records.getOrDefault("linkpath", "");
    String size = records.getOrDefault("size", "");
    if (!size.isEmpty() && !TextParts.isSignedNumber(size, 18)) {
      throw new TarException("invalid tar header");
    }
    if (!longName.isEmpty() || name.isEmpty()) {
      name = longName.isEmpty() ? entry.name : longName;
    }
    if (!longLinkName.isEmpty() || linkName.isEmpty()) {
      linkName = longLinkName.isEmpty() ? entry.linkName : longLinkName;
    }
    char type = entry.type;
    if (type == 0) {
      type = name.endsWith("/") ? DIRECTORY : '0';
    }
    return new Entry(
        name, linkName, type, entry.mode, size.isEmpty() ? entry.size : Long.parseLong(size));
  }

  private void startContent(Entry entry) throws TarException {
    contentLeft = HEADER_ONLY.indexOf(entry.type) >= 0 ? 0 : entry.size;
    if (contentLeft < 0) {
      throw new TarException("invalid tar header");
    }
    padding = (int) (-contentLeft & (BLOCK - 1));
  }

  /** False if the archive ends in the padding, which is allowed. */
  private boolean skipContent() throws IOException {
    in.skipNBytes(contentLeft);
    contentLeft = 0;
    int skip = padding;
    padding = 0;
    return in.readNBytes(block, 0, skip) == skip;
  }

  /** False at the end of the archive. */
  private boolean readHeaderBlock() throws IOException {
    if (!readBlock()) {
      return false;
    } else if (!isZero()) {
      return true;
    } else if (!readBlock() || isZero()) {
      return false;
    }
    throw new TarException("invalid tar header");
  }

  private boolean readBlock() throws IOException {
    int read = in.readNBytes(block, 0, BLOCK);
    if (read > 0 && read < BLOCK) {
      throw new EOFException();
    }
    return read == BLOCK;
  }

  private boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private Entry header() throws TarException {
    checkChecksum();
    String name = text(NAME);
    String magic = new String(block, MAGIC[0], MAGIC[1], StandardCharsets.ISO_8859_1);
    if (magic.equals("ustar\00000")) {
      String prefix = text(PREFIX);
      name = prefix.isEmpty() ? name : prefix + "/" + name;
    }
    for (int[] field : new int[][] {OWNER, GROUP, TIME}) {
      number(field);
    }
    return new Entry(name, text(LINK_NAME), (char) block[TYPE], number(MODE), number(SIZE));
  }

  /**
   * The sum of all bytes, the checksum's own counted as spaces; old writers took them as signed.
   */
  private void checkChecksum() throws TarException {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM[0] && i < CHECKSUM[0] + CHECKSUM[1];
      byte b = own ? (byte) ' ' : block[i];
      unsigned += b & 0xFF;
      signed += b;
    }
    long expected = octal(CHECKSUM);
    if (expected != unsigned && expected != signed) {
      throw new TarException("invalid tar header");
    }
  }

  /** Octal digits, or a big-endian number marked by its first bit. */
  private long number(int[] field) throws TarException {
    int first = block[field[0]];
    if ((first & 0x80) == 0) {
      return octal(field);
    }
    int invert = (first & 0x40) == 0 ? 0 : 0xFF;
    long value = 0;
    for (int i = 0; i < field[1]; i++) {
      int b = block[field[0] + i] & 0xFF ^ invert;
      if (value >>> 56 > 0) {
        throw new TarException("invalid tar header");
      }
      value = value << 8 | (i == 0 ? b & 0x7F : b);
    }
    if (value < 0) {
      throw new TarException("invalid tar header");
    }
    return invert == 0 ? value : ~value;
  }

  private long octal(int[] field) throws TarException {
    int from = field[0];
    int to = from + field[1];
    while (from < to && isFill(block[from])) {
      from++;
    }
    while (to > from && isFill(block[to - 1])) {
      to--;
    }
    long value = 0;
    for (int i = from; i < to && block[i] != 0; i++) {
      int digit = block[i] - '0';
      if (digit < 0 || digit > 7 || value >>> 60 > 0) {
        throw new TarException("invalid tar header");
      }
      value = value << 3 | digit;
    }
    return value;
  }

  private static boolean isFill(byte b) {
    return b == ' ' || b == 0;
  }

  private String text(int[] field) {
    return text(Arrays.copyOfRange(block, field[0], field[0] + field[1]));
  }

  /** What comes before the first zero byte. */
  private static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return GoStrings.fromBytes(bytes, 0, end);
  }

  private byte[] extendedContent() throws IOException {
    if (contentLeft > MAX_EXTENDED_BYTES) {
      throw new TarException("header field too long");
    }
    return content((int) contentLeft);
  }

  /** Records of the form {@code length key=value}, the length counting the whole line. */
  private static Map<String, String> records(byte[] content) throws TarException {
    Map<String, String> records = new HashMap<>();
    int at = 0;
    while (at < content.length) {
      int space = indexOf(content, ' ', at);
      long length = space < 0 ? 0 : decimal(content, at, space);
      long end = at + length;
      int equals = space < 0 ? -1 : indexOf(content, '=', space);
      if (length < 5
          || end > content.length
          || content[(int) end - 1] != '\n'
          || equals <= space + 1
          || equals >= end - 1) {
        throw new TarException("invalid tar header");
      }
      records.put(
          GoStrings.fromBytes(content, space + 1, equals - space - 1),
          GoStrings.fromBytes(content, equals + 1, (int) end - 1 - equals - 1));
      at = (int) end;
    }
    return records;
  }

  private static int indexOf(byte[] content, char wanted, int from) {
    for (int i = from; i < content.length; i++) {
      if (content[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static long decimal(byte[] content, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = content[i] - '0';
      if (digit < 0 || digit > 9 || value > MAX_EXTENDED_BYTES) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
