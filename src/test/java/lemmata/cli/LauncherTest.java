package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search for a fitting Java, on file systems made up for it.
class LauncherTest {
    private static final String FITTING = "java.base " + Launcher.VECTOR + " jdk.zipfs";

    @TempDir
    private Path root;

    private Path running;

    @BeforeEach
    void javaSeventeenIsRunning() throws IOException {
        running = jdk("usr/lib/jvm/java-17", "17.0.15", FITTING);
    }

    @Test
    void findsNothingWhereEverythingIsTooOldOrLacksTheVectorModule() throws IOException {
        jdk("opt/jdk-24", "24.0.2", FITTING);
        jdk("opt/jdk-25-without", "25.0.3", "java.base jdk.zipfs");
        Files.createDirectories(root.resolve("opt/empty"));
        assertThat(Launcher.find(Map.of("JAVA_HOME", "opt/jdk-24", "JAVA25_HOME", "no/such"), root, running))
                .isEmpty();
    }

    @Test
    void ignoresAHomeWhoseReleaseFileOrProgramIsBroken() throws IOException {
        jdk("opt/odd", "twenty-five", FITTING);
        Files.delete(jdk("opt/bare", "25", FITTING).resolve("bin/java"));
        assertThat(Launcher.find(Map.of(), root, running)).isEmpty();
    }

    @Test
    void prefersTheRunningJavaThenJava25HomeThenJavaHomeThenTheFolders() throws IOException {
        Path installed = jdk("usr/lib/jvm/temurin-25", "25.0.3", FITTING);
        Path javaHome = jdk("somewhere/a", "26", FITTING);
        Path java25Home = jdk("somewhere/b", "25", FITTING);
        Path fitting = jdk("somewhere/c", "25-ea", FITTING);
        String a = javaHome.toString();
        String b = java25Home.toString();
        assertThat(Launcher.find(Map.of(), root, running)).contains(installed);
        assertThat(Launcher.find(Map.of("JAVA_HOME", a), root, running)).contains(javaHome);
        assertThat(Launcher.find(Map.of("JAVA_HOME", a, "JAVA25_HOME", b), root, running))
                .contains(java25Home);
        assertThat(Launcher.find(Map.of("JAVA_HOME", a, "JAVA25_HOME", b), root, fitting))
                .contains(fitting);
    }

    @Test
    void takesTheLowestFittingVersionOfTheFolders() throws IOException {
        jdk("opt/aaa", "27", FITTING);
        Path lowest = jdk("opt/mmm", "25.0.3", FITTING);
        jdk("opt/zzz", "26.0.1", FITTING);
        assertThat(Launcher.find(Map.of(), root, running)).contains(lowest);
    }

    @Test
    void looksIntoBundlesKegsAndTheHomeFolder() throws IOException {
        Path sdkman = jdk("home/me/.sdkman/candidates/java/28-tem", "28", FITTING);
        assertThat(Launcher.find(Map.of("HOME", "home/me"), root, running)).contains(sdkman);
        assertThat(Launcher.find(Map.of("USERPROFILE", "home/me"), root, running))
                .contains(sdkman);
        Path keg = jdk("opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home", "27", FITTING);
        assertThat(Launcher.find(Map.of("HOME", "home/me"), root, running)).contains(keg);
        Path bundle = jdk("Library/Java/JavaVirtualMachines/temurin-26.jdk/Contents/Home", "26", FITTING);
        assertThat(Launcher.find(Map.of("HOME", "home/me"), root, running)).contains(bundle);
        Path windows = jdk("Program Files/Eclipse Adoptium/jdk-25", "25", FITTING);
        Files.move(windows.resolve("bin/java"), windows.resolve("bin/java.exe"));
        assertThat(Launcher.find(Map.of("HOME", "home/me"), root, running)).contains(windows);
    }

    @Test
    void saysWhatToInstallAndWhatToSet() {
        assertThat(Launcher.nothingFound(Map.of()))
                .contains("needs Java 25 or later", "JAVA25_HOME is not set", "Install a JDK 25", "or set JAVA25_HOME")
                .endsWith("\n");
        assertThat(Launcher.nothingFound(Map.of("JAVA25_HOME", "x/y"))).contains("JAVA25_HOME is x/y");
        assertThat(Launcher.NONE_FOUND).isEqualTo(2);
    }

    @Test
    void dropsTheIncubatorWarningAndNothingElse() throws IOException {
        String warning = "WARNING: Using incubator modules: jdk.incubator.vector\n";
        assertThat(copied(warning)).isEmpty();
        assertThat(copied("NOTE: options\n" + warning + "φ half a line")).isEqualTo("NOTE: options\nφ half a line");
        assertThat(copied(warning + warning)).isEqualTo(warning);
        assertThat(copied("Error: Could not create the Java Virtual Machine.\nno end"))
                .isEqualTo("Error: Could not create the Java Virtual Machine.\nno end");
    }

    private static String copied(String text) throws IOException {
        var to = new ByteArrayOutputStream();
        Launcher.copyWithoutWarning(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), to);
        return to.toString(StandardCharsets.UTF_8);
    }

    private Path jdk(String folder, String version, String modules) throws IOException {
        Path home = root.resolve(folder);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\nMODULES=\"%s\"\n".formatted(version, modules));
        return home;
    }
}
