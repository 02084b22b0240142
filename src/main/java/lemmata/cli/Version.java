package lemmata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote beside the classes.
final class Version implements IVersionProvider {

    /// Of this program, for example 0.1.0.
    static String current() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("/lemmata/version.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"lemmata " + current()};
    }
}
