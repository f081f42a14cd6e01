package dev.pintle.go.yaml;

import java.util.Arrays;

/**
 * The tokens that are scanned but not parsed, numbered from 0 through the whole text, and a note of
 * which of them may turn out to start a simple key. Tokens are kept and used again.
 */
final class TokenQueue {

  private Token[] ring = new Token[16];
  private int[] levels = new int[16];
  private int parsed;
  private int size;

  TokenQueue() {
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Token();
    }
  }

  /** The number of the first token in the queue: how many have been parsed. */
  int parsed() {
    return parsed;
  }

  /** The number that the next token to be added at the end will have. */
  int nextNumber() {
    return parsed + size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Token first() {
    return ring[parsed & ring.length - 1];
  }

  void removeFirst() {
    levels[parsed & levels.length - 1] = 0;
    parsed++;
    size--;
  }

  /** Adds a token at the end, to be filled in. */
  Token add() {
    if (size + 1 >= ring.length) {
      grow();
    }
    size++;
    return ring[parsed + size - 1 & ring.length - 1];
  }

  /**
   * Inserts a token before the one of that number. If that has been parsed already, the new one
   * goes to the end: so it is in Go's library, where {@code {}: x} depends on it.
   */
  Token insert(int number) {
    Token token = add();
    if (number >= parsed) {
      int mask = ring.length - 1;
      for (int i = parsed + size - 1; i > number; i--) {
        ring[i & mask] = ring[i - 1 & mask];
      }
      ring[number & mask] = token;
    }
    return token;
  }

  /** Notes that the token of that number may start a simple key at that level of brackets. */
  void noteKey(int number, int level) {
    if (number - parsed + 1 >= ring.length) {
      grow();
    }
    levels[number & levels.length - 1] = level + 1;
  }

  void forgetKey(int number) {
    if (number >= parsed && number - parsed < levels.length) {
      levels[number & levels.length - 1] = 0;
    }
  }

  /** The level at which the first token may start a simple key, or -1. */
  int levelOfFirst() {
    return levels[parsed & levels.length - 1] - 1;
  }

  private void grow() {
    int capacity = ring.length;
    Token[] newRing = new Token[2 * capacity];
    int[] newLevels = new int[2 * capacity];
    for (int i = parsed; i < parsed + capacity; i++) {
      newRing[i & newRing.length - 1] = ring[i & capacity - 1];
      newLevels[i & newRing.length - 1] = levels[i & capacity - 1];
    }
    for (int i = 0; i < newRing.length; i++) {
      if (newRing[i] == null) {
        newRing[i] = new Token();
      }
    }
    ring = newRing;
    levels = Arrays.copyOf(newLevels, newLevels.length);
  }
}
