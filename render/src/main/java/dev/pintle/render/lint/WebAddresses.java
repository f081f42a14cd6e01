package dev.pintle.render.lint;

import dev.pintle.net.AddressException;
import dev.pintle.net.GoUrl;
import java.util.regex.Pattern;

/**
 * Whether addresses in {@code Chart.yaml} look like addresses. Helm asks long regular expressions
 * about URLs and mail addresses of maintainers; what people write passes these shorter ones alike.
 */
final class WebAddresses {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@<>()\\[\\],;:\\\\\"]+@([\\p{L}\\p{N}]([-\\p{L}\\p{N}_~]*[\\p{L}\\p{N}])?\\.)+"
              + "\\p{L}([-\\p{L}\\p{N}]*[\\p{L}\\p{N}])?\\.?");

  private static final Pattern HOST =
      Pattern.compile(
          "([\\p{L}\\p{N}_]([-\\p{L}\\p{N}_]*[\\p{L}\\p{N}_])?\\.?)+|\\[[0-9a-fA-F:.]+]");

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
    return url != null && HOST.matcher(url.hostname()).matches();
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  private static GoUrl parsed(String text) {
    try {
      return GoUrl.parse(text);
    } catch (AddressException malformed) {
      return null;
    }
  }
}
