package cn.jixiao.cli;

import cn.jixiao.document.Source;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.read.pdf.PdfDrawing;
import cn.jixiao.read.pdf.PdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws the pages of a report's PDF into a folder, with what was read of them as boxes.
record PageDrawings(Extraction extraction, Path folder) {

    private static final int DPI = 110;

    /// @return how many pages were drawn
    /// @throws UserException if the report is no PDF, or its original is gone or has other content now
    /// @throws IOException if a page cannot be rendered or written
    int draw() throws IOException {
        var document = extraction.document();
        var source = source(extraction);
        Files.createDirectories(folder);
        var name = source.name().replaceFirst("\\.[^.]*$", "");
        var marks = extraction.observations().stream().map(Observation::evidence).map(each -> each.span()).toList();
        return PdfDrawing.each(source, document, DPI, marks, (page, image) -> ImageIO.write(image, "png",
                folder.resolve(name + "-" + page + ".png").toFile()));
    }

    /// The PDF that the report was read from, as it is now.
    ///
    /// @throws UserException if the report is no PDF, or its original is gone or has other content now
    static Source source(Extraction extraction) throws IOException {
        var document = extraction.document();
        if (!document.mediaType().equals(PdfReader.MEDIA_TYPE)) {
            throw new UserException("show.draw.format", document.source(), document.mediaType());
        }
        var file = Path.of(document.source());
        if (!Files.isRegularFile(file)) {
            throw new UserException("show.draw.gone", document.source(), Path.of("").toAbsolutePath());
        }
        var source = Source.ofFile(document.source(), file);
        if (!source.id().equals(document.id())) {
            throw new UserException("show.draw.changed", document.source());
        }
        return source;
    }
}
