package cn.jixiao.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// A folder of the user's that holds what was imported. The index lies in its folder `index`.
///
/// One import at a time may write; readers never wait and see the last commit.
///
/// @param folder as the user named it
/// @param overlay what persons laid over the reports
public record Workspace(Path folder, Lexicon lexicon, Overlay overlay) implements RecordStore {

    /// Version of the records' shape; a workspace of another one must be imported anew.
    static final String FORMAT = "7";
    static final String FORMAT_KEY = "jixiao.format";
    /// How far a commit knows what persons laid over the reports.
    static final String LAID_KEY = "jixiao.laid";
    /// Of a commit after which no report came or went before the links between reports were found.
    static final String LINKED_KEY = "jixiao.linked";

    /// Lucene would greet every command on standard error with advice about vectors, which this index has none of. The
    /// reference is kept because loggers are forgotten with their levels.
    private static final Logger GREETING =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        GREETING.setLevel(Level.SEVERE);
    }

    public Workspace(Path folder, Lexicon lexicon) {
        this(folder, lexicon, Overlay.NONE);
    }

    /// Opens it for writing, and creates it where it does not exist.
    ///
    /// @throws WorkspaceException if another import is at work there, or it cannot be written
    @Override
    public WorkspaceWriter write() {
        return write(WorkspaceWriter.BUFFER_MB);
    }

    /// The same for a very large import, with a buffer of its own choice in memory: larger ones make fewer and larger
    /// segments, which are merged less.
    public WorkspaceWriter write(double bufferMegabytes) {
        try {
            Files.createDirectories(index());
            return new WorkspaceWriter(this, FSDirectory.open(index()), bufferMegabytes);
        } catch (IOException e) {
            throw problem(e, WorkspaceException.Reason.UNWRITABLE);
        }
    }

    /// Opens it for reading, after bringing it up to what persons laid over the reports. While an import writes, that is
    /// left to its next commit; single reports are up to date even then.
    ///
    /// @throws WorkspaceException if nothing was imported yet, or it is damaged
    @Override
    public Records read() {
        var records = open();
        if (records.laid().equals(overlay.now().state()) || !overlaid()) {
            return records;
        }
        records.close();
        return open();
    }

    /// Whether the index now shows what persons laid over the reports.
    private boolean overlaid() {
        try (var writer = write()) {
            writer.commit();
            return true;
        } catch (WorkspaceException e) {
            return false;
        }
    }

    private LuceneRecords open() {
        if (!Files.isDirectory(index())) {
            throw new WorkspaceException(WorkspaceException.Reason.MISSING, folder,
                    new NoSuchFileException(index().toString()));
        }
        try {
            var directory = FSDirectory.open(index());
            try {
                return new LuceneRecords(this, DirectoryReader.open(directory), directory);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    /// What the last import that came to its end knew of paths; nothing where there is none, or a killed one left work.
    ///
    /// @throws WorkspaceException if it is damaged
    public Optional<KnownSources> settled() {
        if (!exists()) {
            return Optional.empty();
        }
        try (var directory = FSDirectory.open(index()); var reader = DirectoryReader.open(directory)) {
            if (!reader.getIndexCommit().getUserData().containsKey(LINKED_KEY)) {
                return Optional.empty();
            }
            try (var filed = new LuceneRecords(this, reader, null).filed()) {
                return Optional.of(CommittedSources.of(filed.map(Filed::entry)));
            }
        } catch (IOException e) {
            throw problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    /// Whether anything was imported into it.
    public boolean exists() {
        try (var directory = Files.isDirectory(index()) ? FSDirectory.open(index()) : null) {
            return directory != null && DirectoryReader.indexExists(directory);
        } catch (IOException e) {
            return false;
        }
    }

    /// Names the last commit: readers opened under another name have older records. Empty where there is none.
    @Override
    public String commit() {
        try (var directory = Files.isDirectory(index()) ? FSDirectory.open(index()) : null) {
            return directory == null ? "" : Objects.toString(SegmentInfos.getLastCommitSegmentsFileName(directory), "");
        } catch (IOException e) {
            throw problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    /// What an exception of Lucene or the disk means to the user.
    WorkspaceException problem(Throwable cause, WorkspaceException.Reason otherwise) {
        return new WorkspaceException(reason(cause, otherwise), folder, cause);
    }

    private static WorkspaceException.Reason reason(Throwable cause, WorkspaceException.Reason otherwise) {
        return switch (cause) {
            case LockObtainFailedException busy -> WorkspaceException.Reason.BUSY;
            case IndexNotFoundException missing -> WorkspaceException.Reason.MISSING;
            case CorruptIndexException damaged -> WorkspaceException.Reason.DAMAGED;
            case IndexFormatTooOldException old -> WorkspaceException.Reason.DAMAGED;
            case IndexFormatTooNewException young -> WorkspaceException.Reason.DAMAGED;
            case AlreadyClosedException closed when closed.getCause() != null -> reason(closed.getCause(), otherwise);
            case FileNotFoundException gone -> otherwise;
            case FileSystemException trouble -> full(trouble) ? WorkspaceException.Reason.FULL : otherwise;
            case IOException trouble -> full(trouble) ? WorkspaceException.Reason.FULL : otherwise;
            default -> otherwise;
        };
    }

    private static boolean full(IOException trouble) {
        var words = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("not enough space") || words.contains("quota");
    }
}
