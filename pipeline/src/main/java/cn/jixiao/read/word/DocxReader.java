package cn.jixiao.read.word;

import cn.jixiao.document.Document;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.xml.sax.SAXException;

/// Reads DOCX from its parts, so that text boxes, content controls and tracked changes are seen as Word shows them.
///
/// Numbers that Word generates (一、 （一） 1.) are written into the text before their paragraph, since they are what
/// a person sees. Headers come first, footers and notes last, each wording once.
public final class DocxReader {

    static final String MEDIA_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// @throws IOException if the package or its main part is too damaged to be read
    public Document read(String id, Source source) throws IOException {
        var builder = new DocumentBuilder(id, source, MEDIA_TYPE);
        try (var in = source.content().open(); var opened = OPCPackage.open(in)) {
            read(opened, builder);
        } catch (OpenXML4JException | UnsupportedFileFormatException e) {
            return DocxSalvage.read(id, source, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            return DocxSalvage.read(id, source, e);
        }
        return builder.build();
    }

    private static void read(OPCPackage opened, DocumentBuilder builder) throws IOException, OpenXML4JException {
        var main = mainPart(opened);
        var styles = new DocxStyles(related(main, "/styles", builder).stream().findFirst().orElse(null));
        var numbers = related(main, "/numbering", builder).stream().findFirst().orElse(null);
        var body = new DocxBody(builder, styles, new DocxNumbering(numbers));
        var margins = new DocxBody(builder, styles, new DocxNumbering(numbers));
        marginals(related(main, "/header", builder), margins, builder, Marginal.Kind.HEADER);
        parse(main).child("body").ifPresent(body::blocks);
        for (var type : List.of("/footnotes", "/endnotes")) {
            for (var notes : related(main, type, builder)) {
                notes(notes, margins, builder);
            }
        }
        marginals(related(main, "/footer", builder), margins, builder, Marginal.Kind.FOOTER);
    }

    private static PackagePart mainPart(OPCPackage opened) throws IOException, OpenXML4JException {
        for (var relation : opened.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/officeDocument")) {
                return opened.getPart(relation);
            }
        }
        throw new IOException("no main part");
    }

    private static List<Element> related(PackagePart main, String type, DocumentBuilder builder)
            throws OpenXML4JException {
        var parts = new ArrayList<Element>();
        for (var relation : main.getRelationships()) {
            if (relation.getRelationshipType().endsWith(type)) {
                try {
                    var part = main.getRelatedPart(relation);
                    if (part != null) {
                        parts.add(parse(part));
                    }
                } catch (IOException | IllegalArgumentException e) {
                    builder.problem(new Problem(Problem.Kind.PARTLY_READ, type.substring(1), e.getMessage()));
                }
            }
        }
        return parts;
    }

    private static void notes(Element notes, DocxBody body, DocumentBuilder builder) {
        for (var note : notes.children()) {
            var type = note.attribute("type");
            if (type.isEmpty() || type.equals("normal")) {
                body.lines(note).forEach(line -> builder.marginal(line, Marginal.Kind.FOOTNOTE));
            }
        }
    }

    private static void marginals(List<Element> parts, DocxBody body, DocumentBuilder builder, Marginal.Kind kind) {
        Set<String> seen = new LinkedHashSet<>();
        parts.forEach(part -> seen.addAll(body.lines(part)));
        seen.forEach(line -> builder.marginal(line, kind));
    }

    private static Element parse(PackagePart part) throws IOException {
        try (var in = part.getInputStream()) {
            return Part.read(in);
        } catch (SAXException e) {
            throw new IOException(part.getPartName() + ": " + e.getMessage(), e);
        }
    }
}
