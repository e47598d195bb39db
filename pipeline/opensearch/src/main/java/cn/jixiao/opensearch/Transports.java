package cn.jixiao.opensearch;

import cn.jixiao.index.ServerAddress;
import cn.jixiao.index.ServerAddress.Login;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// The official client's transport over Apache HttpClient 5, for an address.
final class Transports {

    private static final Timeout CONNECT = Timeout.of(10, TimeUnit.SECONDS);

    /// A busy cluster may think for long about the facets of millions of records.
    private static final Timeout ANSWER = Timeout.of(5, TimeUnit.MINUTES);

    private static final int CONNECTIONS = 16;

    private Transports() {
    }

    static OpenSearchTransport to(ServerAddress address) {
        var hosts = address.servers().stream().map(each -> new HttpHost(each.getScheme(), each.getHost(), each.getPort()))
                .toArray(HttpHost[]::new);
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setDefaultHeaders(headers(address.login()))
                .setHttpClientConfigCallback(http -> connections(http, address))
                .setRequestConfigCallback(request -> request.setResponseTimeout(ANSWER))
                .build();
    }

    private static HttpAsyncClientBuilder connections(HttpAsyncClientBuilder http, ServerAddress address) {
        var made = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build())
                .setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS * Math.max(1, address.servers().size()));
        if (address.certificates() != null) {
            made.setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(Trust.in(address.certificates())).buildAsync());
        }
        return http.setConnectionManager(made.build());
    }

    private static Header[] headers(Login login) {
        if (login.token() != null) {
            return new Header[] {new BasicHeader("Authorization", "Bearer " + login.token())};
        }
        if (login.user() != null) {
            var words = login.user() + ":" + (login.password() == null ? "" : login.password());
            return new Header[] {new BasicHeader("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)))};
        }
        return new Header[0];
    }
}
