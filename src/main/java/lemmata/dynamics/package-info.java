/// Floor 4: schedules and starts, gradient descent with and without noise and mini-batches, the lumped chain, runs of
/// many trials.
package lemmata.dynamics;
