package lemmata.cli;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/// A sheet as a file: lines and text as SVG, or pixels as PNG. The same sheet gives the same bytes.
final class PictureFile {

    private static final int PIXELS = 2;

    private PictureFile() {}

    /// Writes SVG; letters as outlines, so that every viewer shows the same, and title and caption as text besides.
    static void svg(Path file, Sheet sheet) throws IOException {
        SVGGraphics2D g = new SVGGraphics2D(sheet.width(), sheet.height());
        g.setDefsKeyPrefix("d"); // else one from the clock
        g.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        g.setGeomDoubleConverter(PictureFile::decimal);
        g.setTransformDoubleConverter(PictureFile::decimal);
        sheet.draw(g);
        ViewBox whole = new ViewBox(0, 0, sheet.width(), sheet.height());
        String element = g.getSVGElement(null, true, whole, PreserveAspectRatio.XMID_YMID, MeetOrSlice.MEET);
        int inside = element.indexOf('>') + 1;
        String words = "<title>" + sheet.title() + "</title><desc>" + sheet.caption() + "</desc>";
        OutputFile.write(file, element.substring(0, inside) + words + element.substring(inside) + "\n");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    /// Writes PNG, two pixels for each of the sheet's.
    static void png(Path file, Sheet sheet) throws IOException {
        BufferedImage image =
                new BufferedImage(PIXELS * sheet.width(), PIXELS * sheet.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PIXELS, PIXELS);
        sheet.draw(g);
        g.dispose();
        OutputFile.write(file, out -> {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java writes no PNG: choose --svg");
            }
            return file;
        });
    }
}
