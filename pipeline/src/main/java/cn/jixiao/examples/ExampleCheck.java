package cn.jixiao.examples;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;

/// Tests every example of the dictionaries: indicators, exclusions, places, facts and forms.
public record ExampleCheck(Pipeline pipeline, Dictionaries dictionaries) {

    public static Outcome of(Dictionaries dictionaries) {
        var check = new ExampleCheck(new Pipeline(dictionaries), dictionaries);
        return check.indicators().plus(check.exclusions()).plus(check.places()).plus(check.facts()).plus(check.forms());
    }

    public Outcome indicators() {
        return new IndicatorExamples(pipeline).check(dictionaries.indicators());
    }

    public Outcome exclusions() {
        return new ExclusionExamples(pipeline).check(dictionaries.exclusions());
    }

    public Outcome places() {
        return new PlaceExamples(dictionaries.regions()).check(dictionaries.shelf());
    }

    public Outcome facts() {
        return new FactExamples(pipeline).check(dictionaries.shelf());
    }

    public Outcome forms() {
        return new FormExamples(pipeline).check(dictionaries.shelf());
    }
}
