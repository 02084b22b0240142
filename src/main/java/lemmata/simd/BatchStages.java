package lemmata.simd;

import java.util.List;

/// Stages of the gradient of a mini-batch.
interface BatchStages {

    /// Empties the sums.
    Stage clear(BatchBlock batch);

    /// Adds a sample whose inputs stand in `z`.
    List<Stage> add(BatchBlock batch);

    /// Puts the means in place of w̃ and ã.
    Stage finish(BatchBlock batch);
}
