package dev.pintle.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what uses itself by way of others: the strongly connected parts, as Tarjan finds them. */
final class Circles {

  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Set<String>> found = new ArrayList<>();

  private Circles(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** All circles of two or more. */
  static List<Set<String>> of(Map<String, Set<String>> uses) {
    Circles circles = new Circles(uses);
    for (String name : uses.keySet()) {
      if (!circles.numbers.containsKey(name)) {
        circles.visit(name);
      }
    }
    return circles.found;
  }

  private void visit(String name) {
    int number = numbers.size();
    numbers.put(name, number);
    lowest.put(name, number);
    open.push(name);
    for (String used : uses.getOrDefault(name, Set.of())) {
      if (!numbers.containsKey(used)) {
        visit(used);
        lowest.merge(name, lowest.get(used), Math::min);
      } else if (open.contains(used)) {
        lowest.merge(name, numbers.get(used), Math::min);
      }
    }
    if (lowest.get(name) == number) {
      close(name);
    }
  }

  private void close(String name) {
    Set<String> circle = new TreeSet<>();
    String member;
    do {
      member = open.pop();
      circle.add(member);
    } while (!member.equals(name));
    if (circle.size() > 1) {
      found.add(circle);
    }
  }
}
