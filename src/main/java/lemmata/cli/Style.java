package lemmata.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.util.ShapeUtils;

/// Fonts, colours, dashes and markers of all pictures: legible in print, and for readers who do not see all colours.
final class Style {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    static final Color INK = new Color(0x202020);
    static final Color FAINT = new Color(0x606060);
    static final Color GRID = new Color(0xd8d8d8);

    /// The colours of Okabe and Ito that stand out on white; as many curves can be told apart.
    static final List<Color> CURVES = List.of(
            Color.BLACK,
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9));

    private static final float[][] DASHES = {{1}, {12, 5}, {3, 4}, {12, 4, 3, 4}, {7, 4}, {18, 5}, {12, 4, 3, 4, 3, 4}};

    private static final float WIDTH = 2.4f;
    /// Half the width of a marker.
    private static final float MARKER = 5;

    private Style() {}

    /// The line of a curve: the first is solid, the others are dashed each in its own way.
    static Stroke stroke(int curve) {
        float[] dash = DASHES[curve % DASHES.length];
        return dash.length == 1 ? solid(WIDTH) : dashed(dash);
    }

    /// A solid line.
    static Stroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static Stroke dashed(float... dash) {
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /// The marker of a point of a curve: each of its own shape, of much the same size.
    static Shape marker(int curve) {
        List<Shape> markers = List.of(
                new Ellipse2D.Float(-MARKER, -MARKER, 2 * MARKER, 2 * MARKER),
                new Rectangle2D.Float(-MARKER, -MARKER, 2 * MARKER, 2 * MARKER),
                ShapeUtils.createUpTriangle(1.2f * MARKER),
                ShapeUtils.createDiamond(1.4f * MARKER),
                ShapeUtils.createDownTriangle(1.2f * MARKER),
                ShapeUtils.createDiagonalCross(MARKER, 0.4f * MARKER),
                ShapeUtils.createRegularCross(1.3f * MARKER, 0.4f * MARKER));
        return markers.get(curve % markers.size());
    }

    /// The colour of a curve.
    static Color colour(int curve) {
        return CURVES.get(curve % CURVES.size());
    }
}
