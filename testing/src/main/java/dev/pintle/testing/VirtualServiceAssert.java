package dev.pintle.testing;

import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Assertions on how an Istio VirtualService divides requests. */
public final class VirtualServiceAssert extends AbstractResourceAssert<VirtualServiceAssert> {

  VirtualServiceAssert(Resource actual) {
    super(actual, VirtualServiceAssert.class);
  }

  /**
   * Of the requests that no other route asks for, that many go to a subset: those of the first HTTP
   * route without a {@code match}.
   *
   * @param subset of a destination, or the host of one that has no subset
   * @param percent 0 if there is no such destination
   */
  public VirtualServiceAssert routes(String subset, int percent) {
    for (TreePath route : find("spec.http[*]")) {
      if (!((Table) route.in(tree())).containsKey("match")) {
        return routes(route, subset, percent);
      }
    }
    throw failureAt(
        TreePath.top().key("spec").key("http"),
        "expected " + name() + " to have an HTTP route for all requests, without a match");
  }

  /** Of the requests that the HTTP route of that name takes, that many go to a subset. */
  public VirtualServiceAssert routes(String route, String subset, int percent) {
    return routes(one("spec.http[name=" + route + "]"), subset, percent);
  }

  /** It has HTTP routes of those names and no others, in this order. */
  public VirtualServiceAssert hasRoutes(String... names) {
    List<Object> found = find("spec.http[*].name").stream().map(p -> p.in(tree())).toList();
    if (!found.equals(List.of(names))) {
      throw failureAt(
          one("spec.http"),
          "expected " + name() + " to have the HTTP routes " + List.of(names) + ", not " + found);
    }
    return this;
  }

  private VirtualServiceAssert routes(TreePath route, String subset, int percent) {
    List<TreePath> destinations = TreeQuery.of("route[*]").findIn(tree(), route);
    Map<String, Long> weights = new LinkedHashMap<>();
    TreePath place = route;
    for (TreePath destination : destinations) {
      String name = subset((Table) destination.in(tree()));
      weights.merge(name, weight(destination, destinations.size()), Long::sum);
      if (name.equals(subset)) {
        place = destination.key("weight");
      }
    }
    if (weights.getOrDefault(subset, 0L) != percent) {
      throw failureAt(
          place,
          "expected "
              + name()
              + " to route "
              + percent
              + " % of requests to "
              + subset
              + ", but it routes "
              + weights);
    }
    return this;
  }

  private static String subset(Table destination) {
    Table target = destination.get("destination") instanceof Table table ? table : new Table();
    return String.valueOf(target.containsKey("subset") ? target.get("subset") : target.get("host"));
  }

  /** Istio's reading: without a weight, the only destination gets everything, others nothing. */
  private long weight(TreePath destination, int destinations) {
    Object weight = destination.key("weight").in(tree());
    if (weight == null) {
      return destinations == 1 ? 100 : 0;
    } else if (weight instanceof Long number) {
      return number;
    }
    throw failureAt(
        destination.key("weight"), "expected a whole number as weight, not " + show(weight));
  }
}
