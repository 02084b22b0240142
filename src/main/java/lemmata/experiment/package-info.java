/// Floor 5: the experiments: success rates, schedules found for them, convergence curves, and what others published.
package lemmata.experiment;
