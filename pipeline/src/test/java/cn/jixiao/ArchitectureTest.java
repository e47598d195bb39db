package cn.jixiao;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Imports go one way: spine, dictionary, stages, pipeline, index, faces.
@AnalyzeClasses(packages = "cn.jixiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOCUMENT_KNOWS_ONLY_JAVA = classes().that().resideInAPackage("cn.jixiao.document")
            .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "cn.jixiao.document"));

    @ArchTest
    static final ArchRule THE_OBSERVATION_KNOWS_ONLY_THE_DOCUMENT = classes().that()
            .resideInAPackage("cn.jixiao.observation").should().onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..", "cn.jixiao.document", "cn.jixiao.observation"));

    @ArchTest
    static final ArchRule THE_DICTIONARY_KNOWS_ONLY_THE_SPINE = noClasses().that().resideInAPackage("..dictionary..")
            .should().dependOnClassesThat(resideInAPackage("cn.jixiao..").and(
                    not(resideInAnyPackage("cn.jixiao.document", "cn.jixiao.observation", "cn.jixiao.dictionary.."))));

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_EACH_OTHER = slices()
            .matching("cn.jixiao.(read|structure|mention|observe|check)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_WHAT_USES_THEM = noClasses().that()
            .resideInAnyPackage("..read..", "..structure..", "..mention..", "..observe..", "..check..")
            .should().dependOnClassesThat().resideInAnyPackage("cn.jixiao", "..index..", "..compare..", "..ingest..",
                    "..review..", "..export..", "..serve..", "..cli..", "..cluster..");

    @ArchTest
    static final ArchRule WHAT_A_CLUSTER_CALLS_KNOWS_NO_FACE = noClasses().that().resideInAPackage("..cluster..")
            .should().dependOnClassesThat().resideInAnyPackage("..cli..", "..serve..", "..compare..", "org.apache.spark..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("cn.jixiao.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LUCENE_STAYS_IN_THE_INDEX = noClasses().that().resideOutsideOfPackage("..index..")
            .should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule PARSERS_STAY_WITH_THE_READERS = noClasses().that()
            .resideOutsideOfPackages("..read..", "..export..").should().dependOnClassesThat()
            .resideInAnyPackage("org.apache.tika..", "org.apache.pdfbox..", "org.apache.poi..", "org.jsoup..");
}
