package org.tabadla.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a story might be parted: its articles joined from the nearest two upwards (average
/// linkage, Sokal and Michener 1958), and of the last few joins the smaller side each.
final class Parting {
  private static final int LAST_JOINS = 4;

  private final List<Held> articles;
  private final double[][] near;

  private Parting(List<Held> articles) {
    this.articles = articles;
    this.near = new double[articles.size()][articles.size()];
    var words = new Laid();
    var marks = new Laid();
    for (int i = 0; i < near.length; i++) {
      Held one = articles.get(i);
      words.lay(one.words());
      marks.lay(one.marks());
      for (int k = 0; k < i; k++) {
        Held other = articles.get(k);
        boolean same = one.lang().equals(other.lang());
        near[i][k] = same ? words.dot(other.words()) : marks.dot(other.marks());
        near[k][i] = near[i][k];
      }
    }
  }

  /// @param articles some dozens at most: the cost grows with the cube of their number
  /// @return parts of at most half of them, the least sure join first; a copy is never parted from
  ///   its original
  static List<List<Held>> of(List<Held> articles) {
    return new Parting(articles).parts();
  }

  private List<List<Held>> parts() {
    List<List<Integer>> groups = groups();
    List<List<Held>> out = new ArrayList<>();
    while (groups.size() > 1) {
      int a = 0;
      int b = 1;
      double best = -1;
      for (int i = 0; i < groups.size(); i++) {
        for (int k = i + 1; k < groups.size(); k++) {
          double mean = mean(groups.get(i), groups.get(k));
          if (mean > best) {
            best = mean;
            a = i;
            b = k;
          }
        }
      }
      List<Integer> one = groups.get(a);
      List<Integer> other = groups.remove(b);
      List<Integer> small = one.size() < other.size() ? one : other;
      out.add(small.stream().map(articles::get).toList());
      List<Integer> both = new ArrayList<>(one);
      both.addAll(other);
      groups.set(a, both);
    }
    List<List<Held>> last = out.subList(Math.max(0, out.size() - LAST_JOINS), out.size());
    return last.reversed().stream()
        .filter(part -> part.size() * 2 <= articles.size())
        .map(part -> part.stream().sorted(Comparator.comparingInt(held -> held.place)).toList())
        .toList();
  }

  private List<List<Integer>> groups() {
    Map<String, List<Integer>> byRoot = new HashMap<>();
    List<List<Integer>> out = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      Held one = articles.get(i);
      String root = one.root == null ? one.id : one.root;
      List<Integer> group = byRoot.get(root);
      if (group == null) {
        group = new ArrayList<>();
        byRoot.put(root, group);
        out.add(group);
      }
      group.add(i);
    }
    return out;
  }

  private double mean(List<Integer> some, List<Integer> others) {
    double sum = 0;
    for (int i : some) {
      for (int k : others) {
        sum += near[i][k];
      }
    }
    return sum / (some.size() * others.size());
  }
}
