package cn.jixiao.opensearch;

import cn.jixiao.index.IndexServer;
import cn.jixiao.index.ServerAddress;

/// Found by the program when it looks for somebody who knows the wire.
public final class Connections implements IndexServer.Maker {

    @Override
    public IndexServer connect(ServerAddress address) {
        // The client's libraries look for parts of themselves where the thread looks, which is the program's place and not theirs.
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Connections.class.getClassLoader());
        try {
            var wire = new Wire(address);
            return new Connection(wire, new Bulk(wire));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
