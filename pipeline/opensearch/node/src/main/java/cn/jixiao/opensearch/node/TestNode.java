package cn.jixiao.opensearch.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/// One node of a cluster, alone in its process: `TestNode HOME KEY=VALUE...`, the settings those of opensearch.yml.
/// Runs until it is killed, or whoever started it is gone and its standard input with them.
public final class TestNode extends Node {

    /// Plugins lie in folders of an installed server; this one is on the class path.
    private static final PluginInfo HTTP = new PluginInfo("transport-netty4", "HTTP", Version.CURRENT.toString(), Version.CURRENT,
            "21", Netty4ModulePlugin.class.getName(), List.of(), false);

    private TestNode(Settings settings, String name) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> name),
                List.of(HTTP), true);
    }

    public static void main(String[] arguments) throws IOException, NodeValidationException {
        var home = Path.of(arguments[0]);
        var settings = Settings.builder().put("path.home", home).put("path.data", home.resolve("data"));
        for (var each : List.of(arguments).subList(1, arguments.length)) {
            int equals = each.indexOf('=');
            settings.put(each.substring(0, equals), each.substring(equals + 1));
        }
        try (var node = new TestNode(settings.build(), home.getFileName().toString())) {
            node.start();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
