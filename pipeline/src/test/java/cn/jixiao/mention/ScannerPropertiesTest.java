package cn.jixiao.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.observation.Mentions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every text and every number. Seeds are printed; `-Djixiao.seed=N` repeats a run.
class ScannerPropertiesTest {

    private static final String ALPHABET = "0123456789０９一二三五七八九十百千万亿零两〇壹贰拾佰仟余多几约近超不低于以上下左右内年月日第"
            + "件人次户个项分元角整成之点％%‰.,，、。；:：()（）“”《》〔〕$\\-—～~至到 \n\t=<>≥≤/×·甲乙为T4每扣";

    @Test
    void aPrintedNumberIsReadBackWhateverItsForm() {
        var random = seeded();
        for (int i = 0; i < 4000; i++) {
            var value = BigDecimal.valueOf(1 + Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(11)));
            var printed = Printer.print(value, random);
            var mentions = Fixture.find("全年共" + printed + "件，").mentions();
            assertEquals(1, mentions.size(), printed);
            assertEquals(0, value.compareTo(mentions.getFirst().quantity().value()), printed);
            assertEquals(printed + "件", mentions.getFirst().raw());
        }
    }

    @Test
    void anAmountOfMoneyIsReadBack() {
        var random = seeded();
        for (int i = 0; i < 2000; i++) {
            var tens = BigDecimal.valueOf(1 + random.nextInt(99_999_999), 2);
            var mention = Fixture.find("支出" + Printer.arabic(tens, random) + "万元。").mentions().getFirst();
            assertEquals(0, tens.movePointRight(4).compareTo(mention.quantity().value()), mention.raw());
            var capital = BigDecimal.valueOf(1 + random.nextInt(999_999_999));
            var text = "合计" + Printer.capital(capital) + "元整。";
            assertEquals(0, capital.compareTo(Fixture.find(text).mentions().getFirst().quantity().value()), text);
        }
    }

    @Test
    void spansCoverTheirWordsAndDoNotCross() {
        var random = seeded();
        for (int i = 0; i < 20000; i++) {
            var text = text(random, 1 + random.nextInt(60));
            check(text, Fixture.find(text));
        }
    }

    private static void check(String text, Mentions found) {
        int end = 0;
        for (var mention : found.mentions()) {
            assertEquals(mention.span().of(text), mention.raw(), text);
            boolean range = mention.rules().contains("range");
            assertTrue(mention.span().start() >= end || range, () -> "mentions overlap in " + text);
            end = mention.span().end();
            var interval = mention.quantity().interval();
            boolean below = interval.low() != null && mention.quantity().value().compareTo(interval.low()) < 0;
            boolean above = interval.high() != null && mention.quantity().value().compareTo(interval.high()) > 0;
            assertTrue(!below && !above, () -> mention + " outside its interval");
        }
        for (var exclusion : found.exclusions()) {
            assertEquals(exclusion.span().of(text), exclusion.raw(), text);
            assertTrue(found.mentions().stream().noneMatch(mention -> mention.span().overlaps(exclusion.span())),
                    () -> exclusion + " is a mention too in " + text);
        }
    }

    @Test
    void sentencesAroundChangeNothing() {
        var random = seeded();
        var sentences = List.of("办理案件87件，受援243人次", "支出壹万贰仟元整", "满意度不低于百分之九十", "分别为87、16和3件", "每村3-5万元",
                "截至2021年12月31日到位35万元", "“两个中心”建成1座", "得分95分", "高于98%的目标");
        for (int i = 0; i < 500; i++) {
            var before = text(random, random.nextInt(20)) + "”》\n";
            var sentence = sentences.get(random.nextInt(sentences.size()));
            var alone = Fixture.find(sentence).mentions().stream().map(Fixture::line).toList();
            var within = Fixture.find(before + "。" + sentence + "。\n" + text(random, random.nextInt(20))).mentions().stream()
                    .filter(mention -> mention.span().start() > before.length()
                            && mention.span().start() <= before.length() + sentence.length())
                    .map(Fixture::line).toList();
            assertEquals(alone, within, before + sentence);
        }
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    static Random seeded() {
        long seed = Seed.next();
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
