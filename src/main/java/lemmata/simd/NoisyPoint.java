package lemmata.simd;

/// A point, its noise, and a vector that it is multiplied with.
///
/// @param row where its exponentials begin
/// @param words random words
/// @param from where its own begin
/// @param dot of the perturbed point with the star
record NoisyPoint(int row, long[] words, int from, double[] point, double[] perturbed, double[] star, double[] dot) {

    /// Its length.
    int d() {
        return star.length;
    }
}
