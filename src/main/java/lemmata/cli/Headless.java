package lemmata.cli;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// The door to the graphics of Java: without a display, and only where there is a font to write with.
final class Headless {

    private Headless() {}

    /// To be called before anything is drawn; any class that does so is loaded later.
    ///
    /// @throws IOException if no font is found
    static void prepare() throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new IOException("no font to write with: install one, for example DejaVu Sans with fontconfig", e);
        }
    }
}
