package lemmata.cli;

import java.awt.Color;
import org.jfree.chart.renderer.LookupPaintScale;

/// A scale of equal bands, dark to light in the colours of the viridis map, which stay in order in grey.
///
/// @param low where the first band begins; what is below has its colour too
/// @param width of a band
/// @param count of bands
record Bands(double low, double width, int count) {

    /// Viridis at every ninth of its length.
    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    /// Where the last band ends.
    double high() {
        return low + width * count;
    }

    /// The colour of the band that holds the value.
    Color colour(double value) {
        return band(Math.clamp((int) Math.floor((value - low) / width), 0, count - 1));
    }

    private Color band(int band) {
        double at = (VIRIDIS.length - 1) * (count == 1 ? 0.5 : band / (count - 1.0));
        int left = Math.min((int) at, VIRIDIS.length - 2);
        Color from = new Color(VIRIDIS[left]);
        Color to = new Color(VIRIDIS[left + 1]);
        double share = at - left;
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    /// The same for a colour bar.
    LookupPaintScale scale() {
        LookupPaintScale scale = new LookupPaintScale(low, high(), band(0));
        for (int i = 0; i < count; i++) {
            scale.add(low + i * width, band(i));
        }
        return scale;
    }
}
