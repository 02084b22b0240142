package lemmata.cli;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of text with indices: `ρ_{w}` and `a^{T}a*`.
final class Label {

    private static final Pattern PART = Pattern.compile("([_^])\\{([^}]*)\\}|[^_^]+|[_^]");
    private static final float SMALL = 0.7f;
    private static final double DOWN = 0.25;
    private static final double UP = -0.4;

    /// A piece of text: −1 below, 0 on, 1 above the line.
    private record Part(String text, int level) {
        Font font(Font font) {
            return level == 0 ? font : font.deriveFont(SMALL * font.getSize2D());
        }

        double drop(Font font) {
            return font.getSize2D() * (level == 0 ? 0 : level < 0 ? DOWN : UP);
        }
    }

    private final List<Part> parts = new ArrayList<>();

    Label(String markup) {
        Matcher part = PART.matcher(markup);
        while (part.find()) {
            boolean index = part.group(2) != null;
            int level = !index ? 0 : part.group(1).equals("_") ? -1 : 1;
            parts.add(new Part(index ? part.group(2) : part.group(), level));
        }
    }

    /// Its width in a font.
    double width(Graphics2D g, Font font) {
        return parts.stream()
                .mapToDouble(part -> g.getFontMetrics(part.font(font))
                        .getStringBounds(part.text, g)
                        .getWidth())
                .sum();
    }

    /// Draws it, its base line starting at the point.
    void draw(Graphics2D g, Font font, double x, double y) {
        double at = x;
        for (Part part : parts) {
            g.setFont(part.font(font));
            g.drawString(part.text, (float) at, (float) (y + part.drop(font)));
            at += g.getFontMetrics().getStringBounds(part.text, g).getWidth();
        }
    }

    /// The same for an axis, which draws its label itself.
    AttributedString attributed(Font font) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text));
        AttributedString attributed = new AttributedString(text.toString(), font.getAttributes());
        int at = 0;
        for (Part part : parts) {
            if (part.level != 0) {
                attributed.addAttribute(TextAttribute.SUPERSCRIPT, part.level, at, at + part.text.length());
            }
            at += part.text.length();
        }
        return attributed;
    }
}
