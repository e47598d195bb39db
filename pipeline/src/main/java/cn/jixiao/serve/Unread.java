package cn.jixiao.serve;

import io.javalin.http.Context;
import java.io.IOException;

/// What a browser still sends while its request is refused already. It is read and dropped: a connection closed in the
/// middle of an upload reaches the person as "connection reset", not as the page that says what was too large. Of a form
/// that was read halfway nothing more can be had, and the connection ends with the answer, which says so: the next
/// request takes another.
final class Unread {

    /// What is read on for; who sends still more is cut off.
    private static final long MOST = 4_000_000_000L;
    private static final int BUFFER = 1 << 16;

    private Unread() {
    }

    static void drop(Context ctx) {
        ctx.header("Connection", "close");
        var buffer = new byte[BUFFER];
        try {
            var body = ctx.req().getInputStream();
            long left = MOST;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(buffer);
            }
        } catch (IOException | IllegalStateException e) {
            // The sender went away, or the body was read as a form: there is nothing left to wait for.
        }
    }
}
