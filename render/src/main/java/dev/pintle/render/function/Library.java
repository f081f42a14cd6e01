package dev.pintle.render.function;

/**
 * A library that some functions need, and that those who call none of them can leave out.
 *
 * @param dependency its coordinates, such as {@code org.example:library}
 * @param typeOfIt the name of any of its classes
 */
public record Library(String dependency, String typeOfIt) {

  /** The same body; where the library is not there, it fails and names the dependency. */
  Body neededBy(Body body) {
    return (execution, arguments) -> {
      try {
        return body.call(execution, arguments);
      } catch (NoClassDefFoundError e) {
        if (isThere()) {
          throw e;
        }
        throw new FunctionException(
            "this function needs a library that is not there: add the dependency " + dependency, e);
      }
    };
  }

  private boolean isThere() {
    try {
      Class.forName(typeOfIt, false, Library.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
