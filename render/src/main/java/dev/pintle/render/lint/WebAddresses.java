package dev.pintle.render.lint;

import dev.pintle.go.net.AddressException;
import dev.pintle.go.net.GoUrl;

/**
 * Whether addresses in {@code Chart.yaml} look like addresses. Helm asks long regular expressions
 * about URLs and mail addresses of maintainers; what people write passes these rules alike.
 */
final class WebAddresses {

  private static final int LONGEST = 2083;

  private WebAddresses() {}

  /** True for an absolute URL. */
  static boolean isRequestUrl(String text) {
    GoUrl url = parsed(text);
    return url != null && !url.scheme().isEmpty();
  }

  /** True for a URL of a site; its scheme may be missing. */
  static boolean isUrl(String text) {
    if (text.length() <= 3 || text.length() >= LONGEST || text.startsWith(".")) {
      return false;
    }
    GoUrl url = parsed(text.contains("://") ? text : "http://" + text);
    return url != null && isHost(url.hostname());
  }

  /**
   * True for labels of letters, numbers, hyphens and underlines with dots between them, perhaps
   * with a last one, or for what stands in brackets as addresses of IPv6 do.
   */
  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return host.length() > 2
          && host.endsWith("]")
          && host.chars().skip(1).limit(host.length() - 2L).allMatch(WebAddresses::isOfAddress);
    }
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    return Names.areLabels(host, 0, end, c -> Names.isLetterOrNumber(c) || c == '_', c -> c == '-');
  }

  private static boolean isOfAddress(int c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'f'
        || c >= 'A' && c <= 'F'
        || c == ':'
        || c == '.';
  }

  /** True for a name and, after the only {@code @}, two labels or more, the last without digits. */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    if (at <= 0
        || !text.chars().limit(at).allMatch(c -> " \t\n\u000B\f\r<>()[],;:\\\"".indexOf(c) < 0)) {
      return false;
    }
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    int lastDot = text.lastIndexOf('.', end - 1);
    return lastDot > at
        && Names.areLabels(
            text, at + 1, lastDot, Names::isLetterOrNumber, c -> c == '-' || c == '_' || c == '~')
        && Names.isLabel(text, lastDot + 1, end, Names::isLetterOrNumber, c -> c == '-')
        && Names.isLetter(text.codePointAt(lastDot + 1));
  }

  private static GoUrl parsed(String text) {
    try {
      return GoUrl.parse(text);
    } catch (AddressException malformed) {
      return null;
    }
  }
}
