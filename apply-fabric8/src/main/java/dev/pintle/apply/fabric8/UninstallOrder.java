package dev.pintle.apply.fabric8;

import dev.pintle.release.manifest.InstallOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order in which objects are deleted: kind by kind, those of a kind at a time. */
final class UninstallOrder {

  private UninstallOrder() {}

  static List<List<TargetObject>> groups(List<TargetObject> objects) {
    List<TargetObject> sorted = new ArrayList<>(objects);
    sorted.sort(Comparator.comparing(each -> each.type().kind(), InstallOrder.UNINSTALL_BY_KIND));
    Map<String, List<TargetObject>> byKind = new LinkedHashMap<>();
    sorted.forEach(
        each -> byKind.computeIfAbsent(each.type().kind(), kind -> new ArrayList<>()).add(each));
    return List.copyOf(byKind.values());
  }
}
