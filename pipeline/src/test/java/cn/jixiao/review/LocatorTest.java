package cn.jixiao.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.Seed;
import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Words are found again wherever a text lays them, or not at all; never in another place.
class LocatorTest {

    @Test
    void figuresOfTheCorpusAreFoundInTheTextTheyCameFrom() {
        for (var extraction : Corpus.EXTRACTIONS) {
            var locator = new Locator(extraction.document().text());
            for (var each : extraction.observations()) {
                assertEquals(Optional.of(each.evidence().span()),
                        locator.find(Anchor.of(extraction.document(), each.evidence().span())));
            }
        }
    }

    @Test
    void figuresOfTheCorpusAreFoundInATextOfOtherBreaksOrNowhere() {
        var random = new Random(Seed.next());
        int found = 0;
        int all = 0;
        for (var extraction : Corpus.EXTRACTIONS) {
            var moved = Moved.of(extraction.document().text(), random);
            var locator = new Locator(moved.text());
            for (var each : extraction.observations()) {
                var span = each.evidence().span();
                var place = locator.find(Anchor.of(extraction.document(), span));
                all++;
                if (place.isPresent()) {
                    found++;
                    assertEquals(moved.at(span.start()), place.get().start(),
                            extraction.document().source() + " " + each.raw() + " " + span);
                }
            }
        }
        // Rows of a table that are the same to the last word cannot be told apart without their place.
        assertTrue(found > 0.97 * all, found + " of " + all + " were found again");
    }

    @Test
    void equalPlacesAreNoPlace() {
        var document = Desk.read("a.txt", "甲乙丙丁87件戊己庚辛").document();
        var anchor = Anchor.of(document, new Span(4, 7));
        assertEquals(Optional.empty(), new Locator("零甲乙丙丁87件戊己庚辛零甲乙丙丁87件戊己庚辛").find(anchor));
        assertEquals(Optional.of(new Span(5, 8)), new Locator("零甲乙丙丁87件戊己庚辛").find(anchor));
        assertEquals(Optional.empty(), new Locator("完全不同的文字里也有87件").find(anchor));
    }

    /// A text with other white space, and where its characters went.
    private record Moved(String text, int[] places) {

        static Moved of(String text, Random random) {
            var moved = new StringBuilder("前置的文字\n");
            var places = new ArrayList<Integer>();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (random.nextInt(10) == 0) {
                    moved.append(random.nextBoolean() ? '\n' : ' ');
                }
                places.add(moved.length());
                if (!Bare.isGap(c) || random.nextBoolean()) {
                    moved.append(c);
                }
            }
            return new Moved(moved.toString(), places.stream().mapToInt(Integer::intValue).toArray());
        }

        int at(int offset) {
            return places[offset];
        }
    }
}
