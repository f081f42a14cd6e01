package dev.pintle.apply;

/** Makes appliers of one kind; found as a service. Stateless. */
public interface ApplierProvider {

  /** What the places begin with that it knows, such as {@code files}. */
  String scheme();

  /**
   * Opens an applier.
   *
   * @param place what follows the scheme and a colon, such as a directory; may be empty
   * @throws ApplyException if that is no place for it
   */
  Applier open(String place);
}
