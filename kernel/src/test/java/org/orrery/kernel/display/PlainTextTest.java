package org.orrery.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

  static List<Object> valuesThatAreClearAsText() {
    return List.of(
        2,
        3.14,
        'c',
        true,
        Long.MAX_VALUE,
        new java.math.BigDecimal("1.10"),
        TimeUnit.SECONDS,
        LocalDate.of(2026, 11, 25),
        Instant.EPOCH,
        Duration.ofMillis(1500),
        List.of(),
        List.of(1, 2),
        List.of("a<b", List.of(), List.of(1, List.of(2))),
        Arrays.asList(1, null, "x"),
        new ArrayDeque<>(List.of(1, 2)),
        new LinkedHashSet<>(List.of("b", "a")),
        Set.of(7),
        Map.of(),
        List.of(1, 2, 3).subList(1, 3),
        Collections.unmodifiableList(new ArrayList<>(List.of(5))),
        IntStream.range(0, 100).boxed().toList(),
        Map.entry("k", 1),
        Integer.class);
  }

  @ParameterizedTest
  @MethodSource("valuesThatAreClearAsText")
  void aPlainValueIsItsToStringAndNothingElse(Object value) {
    assertThat(Display.render(value).data()).isEqualTo(Map.of("text/plain", String.valueOf(value)));
  }

  @Test
  void aTextIsShownAsItIsHoweverLong() {
    var text = "<b>\n" + "x".repeat(200_000);

    assertThat(Display.render(text).data()).isEqualTo(Map.of("text/plain", text));
    assertThat(Display.render(new StringBuilder(text)).data())
        .isEqualTo(Map.of("text/plain", text));
  }

  @Test
  void aMapReadsLikeItsToString() {
    var map = new LinkedHashMap<Object, Object>();
    map.put("a", List.of(1));
    map.put(null, Map.of("b", 2));

    assertThat(PlainText.of(map)).isEqualTo(map.toString());
    assertThat(PlainText.of(new TreeMap<>(Map.of(1, 2)))).isEqualTo("{1=2}");
  }

  @Test
  void ofALongListTheEndsAreShownAndTheRestIsCounted() {
    var text = PlainText.of(IntStream.range(0, 1000).boxed().toList());

    assertThat(text).startsWith("[0, 1, 2, ").endsWith("29, … 967 more …, 997, 998, 999]");
  }

  @Test
  void arraysAreElidedToo() {
    assertThat(PlainText.of(new double[5000])).contains("… 4,967 more …").hasSizeLessThan(300);
    assertThat(PlainText.of(new int[][] {{1}, {2, 3}})).isEqualTo("[[1], [2, 3]]");
    assertThat(PlainText.of(new char[] {'a', 'b'})).isEqualTo("[a, b]");
    assertThat(PlainText.of(List.of(new int[] {1, 2}))).isEqualTo("[[1, 2]]");
  }

  @Test
  void manyShortListsTogetherAreElided() {
    var rows = Collections.nCopies(99, Collections.nCopies(99, "element"));

    assertThat(PlainText.of(rows)).contains(" more").hasSizeLessThan(20_000);
  }

  @Test
  void ofALongSetOnlyTheFirstAreShown() {
    var set = new LinkedHashSet<>(IntStream.range(0, 1000).boxed().toList());

    assertThat(PlainText.of(set)).startsWith("[0, 1, ").endsWith("32, … 967 more]");
  }

  @Test
  void whatHoldsItselfHasAnEnd() {
    var list = new ArrayList<>();
    list.add(list);
    var map = new HashMap<String, Object>();
    map.put("self", List.of(map));

    assertThat(PlainText.of(list)).isEqualTo("[(this Collection)]");
    assertThat(PlainText.of(map)).isEqualTo("{self=[(this Map)]}");
  }

  @Test
  void aClassThatSaysWhatItIsHasTheWord() {
    var named =
        new ArrayList<Integer>() {
          private static final long serialVersionUID = 1L;

          @Override
          public String toString() {
            return "my list";
          }
        };

    assertThat(PlainText.of(named)).isEqualTo("my list");
  }

  @Test
  void aHugeToStringIsCutWithACount() {
    var huge =
        new Object() {
          @Override
          public String toString() {
            return "y".repeat(60_000);
          }
        };

    assertThat(PlainText.of(huge)).endsWith("y… 10,000 more characters");
  }
}
