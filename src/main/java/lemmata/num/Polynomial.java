package lemmata.num;

/// Polynomials of [LaneFunctions]: coefficients of Sollya 8.0, `prec=300` and `fpminimax` with the arguments beside
/// each.
///
/// SINE and COSINE have the same number of coefficients, so that one loop can do both.
public enum Polynomial {
    /// ln(3/2 + t) on [−½, ½]: fpminimax(log(1.5+x), 14, [|D...|], [-0.5;0.5], absolute).
    LOG(
            0x1.9f323ecbfa239p-2,
            0x1.55555555716aep-1,
            -0x1.c71c71c94939ep-3,
            0x1.948b0f4b715b1p-4,
            -0x1.948b0d441c38bp-5,
            0x1.af839ad9f7197p-6,
            -0x1.df768b40249d8p-7,
            0x1.11ed395732893p-7,
            -0x1.3f835f80f116p-8,
            0x1.7cbb68136ec29p-9,
            -0x1.ca78ee76cc24cp-10,
            0x1.0056226614acep-10,
            -0x1.3006c328bf22dp-11,
            0x1.2e2977f6d78fap-11,
            -0x1.8b4d659e57345p-12),

    /// sin(πx/4)/x in x²: fpminimax(sin(x*pi/4)/x, [|0,2,4,6,8,10|], [|D...|], [1b-20;1], relative).
    SINE(
            0x1.921fb54442cf8p-1,
            -0x1.4abbce6257778p-4,
            0x1.466bc670fa464p-9,
            -0x1.32d2c627f47dap-15,
            0x1.5071be0a2d3ccp-22,
            -0x1.dd4e0ae5b9194p-30),

    /// cos(πx/4) in x²: fpminimax(cos(x*pi/4), [|0,2,4,6,8,10|], [|D...|], [0;1], absolute).
    COSINE(
            0x1.ffffffffffe0cp-1,
            -0x1.3bd3cc9bd2c84p-2,
            0x1.03c1f074e1576p-6,
            -0x1.55d3ba31d4acfp-12,
            0x1.e1e7cdd27f3f5p-19,
            -0x1.a0ee47b35d19ep-26),

    /// (eˣ − 1)/x: fpminimax((exp(x)-1)/x, 8, [|D...|], [-log(2)/2*1.0001;log(2)/2*1.0001], relative).
    EXPM1(
            0x1.fffffffffff9dp-1,
            0x1.fffffffff734ep-2,
            0x1.555555556d80bp-3,
            0x1.55555573f7efcp-5,
            0x1.111110d91a404p-7,
            0x1.6c164e582734ep-10,
            0x1.a01a8d8dbbee9p-13,
            0x1.a159db19d499fp-16,
            0x1.71de015bdd224p-19),

    /// (atan x − x)/x³ in x²: fpminimax((atan(x)-x)/x^3, [|0,2,4,6,8,10,12,14,16,18,20|], [|D...|],
    /// [1b-10;0.41422], relative).
    ATAN(
            -0x1.5555555555555p-2,
            0x1.999999999942ap-3,
            -0x1.249249243d6bfp-3,
            0x1.c71c7188b4addp-4,
            -0x1.745d0b9b5000fp-4,
            0x1.3b126bddca9dp-4,
            -0x1.10fae47c98b07p-4,
            0x1.dfecdcac0d2f7p-5,
            -0x1.a0b8afeacfed2p-5,
            0x1.41b4ba64396fp-5,
            -0x1.3aeaa1bfd8575p-6);

    private final double[] coefficients;

    Polynomial(double... coefficients) {
        this.coefficients = coefficients;
    }

    /// A copy of the coefficients, that of x⁰ first.
    public double[] coefficients() {
        return coefficients.clone();
    }

    /// Σ cᵢ xⁱ by Horner's rule, a fused multiply-add per term.
    public double at(double x) {
        double value = 0;
        for (int i = coefficients.length; i > 0; i--) {
            value = Math.fma(value, x, coefficients[i - 1]);
        }
        return value;
    }
}
