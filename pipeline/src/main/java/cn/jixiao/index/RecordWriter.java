package cn.jixiao.index;

import cn.jixiao.observation.Extraction;

/// Where reports go that were read elsewhere: a folder on this machine, or an index on a server.
///
/// What was put in counts from [#commit()] on; closing without it gives up what came after the last commit, as far as the
/// index can.
public interface RecordWriter extends KnownSources, AutoCloseable {

    /// Whether a content is in already, under whatever path.
    boolean contains(String docId);

    /// Puts a report in, and everything that was in of the same content or the same path out.
    ///
    /// @throws IllegalArgumentException if the extraction is of another content than the entry
    void put(Extraction extraction, SourceEntry entry);

    /// Makes a report ready to be put in, which the answer does. The costly part of a put where there is one, for many threads
    /// at once; changes nothing.
    ///
    /// @throws IllegalArgumentException if the extraction is of another content than the entry
    default Runnable ready(Extraction extraction, SourceEntry entry) {
        return () -> put(extraction, entry);
    }

    /// Notes a further path of a content that is in already.
    ///
    /// @throws IllegalArgumentException if the content is not in
    void also(SourceEntry entry);

    /// Notes an archive whose members were put in, so that it need not be opened again.
    ///
    /// @throws IllegalArgumentException if the entry is of anything else
    void archive(SourceEntry entry);

    /// Finds out anew which reports tell the same as another, if any came or went since that was last done.
    void link();

    /// Makes everything so far visible and lasting.
    void commit();

    @Override
    void close();
}
