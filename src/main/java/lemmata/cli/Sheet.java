package lemmata.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// A picture: a title, panels side by side in rows, and a caption that says how it was made.
///
/// @param title what is to be seen
/// @param subtitle for which parameters
/// @param panels the charts, row by row
/// @param columns how many in a row
/// @param caption version and command
/// @param width in pixels
/// @param height in pixels
record Sheet(String title, String subtitle, List<Panel> panels, int columns, String caption, int width, int height) {

    private static final int MARGIN = 24;
    private static final int TITLE_LINE = 38;
    private static final int SUBTITLE_LINE = 62;
    private static final int TOP = 76;
    private static final int BOTTOM = 34;

    /// All panels in one row.
    Sheet(String title, String subtitle, List<Panel> panels, String caption, int width, int height) {
        this(title, subtitle, panels, panels.size(), caption, width, height);
    }

    /// Draws it all.
    void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        g.setPaint(Style.INK);
        new Label(title).draw(g, Style.TITLE, MARGIN, TITLE_LINE);
        new Label(subtitle).draw(g, Style.TICK, MARGIN, SUBTITLE_LINE);
        double each = (width - 2.0 * MARGIN) / columns;
        double high = (double) (height - TOP - BOTTOM) / Math.ceilDiv(panels.size(), columns);
        for (int i = 0; i < panels.size(); i++) {
            double x = MARGIN + i % columns * each;
            panels.get(i).draw(g, new Rectangle2D.Double(x, TOP + i / columns * high, each, high));
        }
        g.setPaint(Style.FAINT);
        new Label(caption).draw(g, Style.CAPTION, MARGIN, height - 14.0);
    }
}
