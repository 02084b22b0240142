package lemmata.simd;

import java.util.List;

/// Passes of the gradient of a mini-batch.
interface BatchPasses {

    /// Empties the sums.
    Pass clear(BatchBlock batch);

    /// Adds a sample whose inputs stand in `z`.
    List<Pass> add(BatchBlock batch);

    /// Puts the means in place of w̃ and ã.
    Pass finish(BatchBlock batch);
}
