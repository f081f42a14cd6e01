package dev.pintle.apply;

import dev.pintle.apply.ApplyException.Reason;
import java.util.List;
import java.util.ServiceLoader;

/** Finds appliers by what they bring releases to. */
public final class Appliers {

  private Appliers() {}

  /**
   * Opens the applier for a place, such as {@code files:environments/prod} or {@code kubernetes:}.
   *
   * @throws ApplyException if there is no applier for it
   * @throws IllegalStateException if there are several
   */
  public static Applier open(String place) {
    int colon = place.indexOf(':');
    String scheme = colon < 0 ? place : place.substring(0, colon);
    List<ApplierProvider> found =
        ServiceLoader.load(ApplierProvider.class, Appliers.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.scheme().equals(scheme))
            .toList();
    if (found.isEmpty()) {
      throw new ApplyException(Reason.UNSUPPORTED, "there is no applier for " + place);
    }
    if (found.size() > 1) {
      throw new IllegalStateException("several appliers for " + scheme + ": " + found);
    }
    return found.get(0).open(colon < 0 ? "" : place.substring(colon + 1));
  }
}
