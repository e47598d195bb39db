package cn.jixiao.observe;

import cn.jixiao.document.Span;

/// Knows whether the numbers that follow are goals or results: from the headings, and from words that lead in a list.
final class Lead {

    private final Scene scene;
    private Scene.Tense lead = Scene.Tense.UNKNOWN;
    private int sectionStart = -1;

    Lead(Scene scene) {
        this.scene = scene;
    }

    Scene.Tense tense(int offset) {
        return lead != Scene.Tense.UNKNOWN ? lead : scene.tense(offset);
    }

    /// 绩效目标： on a line of its own, or at the head of a paragraph, speaks for what follows; 目标1： among results only
    /// tells which of the goals they are of.
    void hear(Span sentence) {
        var sections = scene.sections(sentence.start());
        int section = sections.isEmpty() ? -1 : sections.getFirst().heading().start();
        if (section != sectionStart) {
            lead = Scene.Tense.UNKNOWN;
            sectionStart = section;
        }
        boolean opens = sentence.start() == 0 || scene.text.charAt(sentence.start() - 1) == '\n';
        if (!opens) {
            return;
        }
        int colon = -1;
        for (int i = sentence.start(); i < Math.min(sentence.end(), sentence.start() + 18) && colon < 0; i++) {
            colon = scene.text.charAt(i) == ':' ? i : -1;
        }
        int end = colon >= 0 ? colon : sentence.length() <= 18 && !counts(sentence) ? sentence.end() : -1;
        if (end > 0) {
            var tense = scene.tense(new Span(sentence.start(), end));
            boolean item = Character.isDigit(scene.text.charAt(end - 1)) && scene.tense(sentence.start()) == Scene.Tense.RESULT;
            lead = item ? Scene.Tense.UNKNOWN : tense != Scene.Tense.UNKNOWN ? tense : lead;
        }
    }

    /// A short sentence with a number of its own leads to nothing.
    private boolean counts(Span sentence) {
        return scene.text.subSequence(sentence.start(), sentence.end()).chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
