package cn.jixiao.opensearch;

import cn.jixiao.index.IndexServer;
import cn.jixiao.index.ServerAddress;

/// Found by the program when it looks for somebody who knows the wire.
public final class Connections implements IndexServer.Maker {

    @Override
    public IndexServer connect(ServerAddress address) {
        var wire = new Wire(address);
        return new Connection(wire, new Bulk(wire));
    }
}
