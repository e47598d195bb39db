package cn.jixiao.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Which certificates are believed: those the system believes, and those of a file.
final class Trust {

    private Trust() {
    }

    /// @param file authorities, PEM
    /// @throws UncheckedIOException if it cannot be read or holds none
    static SSLContext in(Path file) {
        try {
            var believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            for (var issuer : manager(null).getAcceptedIssuers()) {
                believed.setCertificateEntry("system-" + believed.size(), issuer);
            }
            try (var in = Files.newInputStream(file)) {
                for (var own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    believed.setCertificateEntry("own-" + believed.size(), (X509Certificate) own);
                }
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {manager(believed)}, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore believed) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(believed);
        for (var each : factory.getTrustManagers()) {
            if (each instanceof X509TrustManager manager) {
                return manager;
            }
        }
        throw new IllegalStateException("no trust manager for certificates");
    }
}
