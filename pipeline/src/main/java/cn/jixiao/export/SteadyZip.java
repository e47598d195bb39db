package cn.jixiao.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Archives whose bytes depend on what is in them alone: every entry carries the same time.
final class SteadyZip {

    /// 1 January 2000, UTC.
    static final long TIME = 946_684_800_000L;

    interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private SteadyZip() {
    }

    static void write(Writing writing, OutputStream out) throws IOException {
        var draft = new ByteArrayOutputStream();
        writing.write(draft);
        var zip = new ZipOutputStream(out);
        try (var in = new ZipInputStream(new ByteArrayInputStream(draft.toByteArray()))) {
            for (var each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                var entry = new ZipEntry(each.getName());
                entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
