/// Floor 4: what noise on the filter does to the landscape: moments of the perturbed point, smoothed gradients.
package lemmata.smoothing;
