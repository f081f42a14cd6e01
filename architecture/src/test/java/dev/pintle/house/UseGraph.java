package dev.pintle.house;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who uses whom, without cycles; drawn without the arrows that follow from others. */
final class UseGraph {

  private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();

  void node(String name) {
    uses.computeIfAbsent(name, key -> new TreeSet<>());
  }

  void use(String from, String to) {
    node(to);
    if (!from.equals(to)) {
      uses.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }
  }

  int size() {
    return uses.size();
  }

  /** The nodes from the top, each one layer above the highest that it uses. */
  List<List<String>> layers() {
    List<List<String>> layers = new ArrayList<>();
    for (String name : uses.keySet()) {
      int height = height(name);
      while (layers.size() <= height) {
        layers.add(0, new ArrayList<>());
      }
      layers.get(layers.size() - 1 - height).add(name);
    }
    return layers;
  }

  private int height(String name) {
    return uses.get(name).stream().mapToInt(used -> height(used) + 1).max().orElse(0);
  }

  /** A drawing; an arrow that two others lead along is left out. */
  String mermaid() {
    StringBuilder drawing = new StringBuilder("```mermaid\nflowchart TD\n");
    uses.forEach(
        (from, targets) -> {
          List<String> drawn = targets.stream().filter(to -> !follows(from, to)).toList();
          drawn.forEach(
              to -> drawing.append("  ").append(from).append(" --> ").append(to).append('\n'));
          if (targets.isEmpty() && uses.values().stream().noneMatch(all -> all.contains(from))) {
            drawing.append("  ").append(from).append('\n');
          }
        });
    return drawing.append("```\n").toString();
  }

  private boolean follows(String from, String to) {
    return uses.get(from).stream().anyMatch(step -> !step.equals(to) && reaches(step, to));
  }

  private boolean reaches(String from, String to) {
    return from.equals(to) || uses.get(from).stream().anyMatch(step -> reaches(step, to));
  }
}
