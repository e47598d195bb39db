package cn.jixiao.review;

import cn.jixiao.record.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.zip.CRC32;

/// The file that keeps what persons said, one JSON object a line. It is only ever appended to: under a lock that other
/// processes see, and forced to the disk before anybody is told that it is done. A line that broke off is left as it is,
/// told, and written past.
///
/// @param file `corrections.jsonl` in the workspace; need not exist
record Journal(Path file) {

    /// Threads of one process share its file locks, so they take turns here.
    private static final ConcurrentHashMap<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();
    private static final int TAIL = 1024;

    /// An entry and where its line ends, in bytes.
    record Line(Entry entry, long end) {
    }

    /// What the file holds.
    record Contents(List<Line> lines, List<JournalFault> faults, long bytes) {

        static final Contents NONE = new Contents(List.of(), List.of(), 0);

        Contents {
            lines = List.copyOf(lines);
            faults = List.copyOf(faults);
        }

        List<Entry> entries() {
            return lines.stream().map(Line::entry).toList();
        }
    }

    Contents read() throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Contents.NONE;
        }
    }

    /// Length and a checksum of the end, without reading the rest; empty where there is no file.
    String state() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return state(channel, channel.size());
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /// Whether the file began with what gave that state.
    boolean follows(String state) throws IOException {
        if (state.isEmpty()) {
            return true;
        }
        long bytes = bytes(state);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return bytes <= channel.size() && state(channel, bytes).equals(state);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// The length of the file at that state.
    static long bytes(String state) {
        return state.isEmpty() ? 0 : Long.parseLong(state.substring(0, state.indexOf('-')));
    }

    private static String state(FileChannel channel, long size) throws IOException {
        if (size == 0) {
            return "";
        }
        var tail = ByteBuffer.allocate((int) Math.min(TAIL, size));
        long from = size - tail.capacity();
        while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
            continue;
        }
        var sum = new CRC32();
        sum.update(tail.array(), 0, tail.position());
        return size + "-" + Long.toHexString(sum.getValue());
    }

    /// Appends what comes out of a look at the file as it is now; nobody else appends between the look and the writing.
    ///
    /// @param decision makes the new entries; what it throws leaves the file as it was
    List<Entry> append(Function<Contents, List<Entry>> decision) throws IOException {
        var turn = TURNS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        turn.lock();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            channel.lock();
            var entries = decision.apply(parse(all(channel)));
            if (!entries.isEmpty()) {
                write(channel, entries);
            }
            return entries;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            turn.unlock();
        }
    }

    private static byte[] all(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    private static void write(FileChannel channel, List<Entry> entries) throws IOException {
        var text = new StringBuilder();
        if (tornAt(channel)) {
            text.append('\n');
        }
        entries.forEach(entry -> text.append(new String(Json.bytes(entry), StandardCharsets.UTF_8)).append('\n'));
        var bytes = StandardCharsets.UTF_8.encode(text.toString());
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static boolean tornAt(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }

    private Contents parse(byte[] bytes) {
        var lines = new ArrayList<Line>();
        var faults = new ArrayList<JournalFault>();
        int number = 0;
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            number++;
            boolean torn = to == bytes.length;
            var words = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            if (torn) {
                faults.add(new JournalFault(file, number, true, words));
            } else if (!words.isBlank()) {
                read(words, number, to + 1L, lines, faults);
            }
            from = to + 1;
        }
        return new Contents(lines, faults, bytes.length);
    }

    private void read(String words, int number, long end, List<Line> lines, List<JournalFault> faults) {
        try {
            lines.add(new Line(Json.read(words.getBytes(StandardCharsets.UTF_8), Entry.class), end));
        } catch (UncheckedIOException e) {
            faults.add(new JournalFault(file, number, false, String.valueOf(e.getCause().getMessage())));
        }
    }
}
