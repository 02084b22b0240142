/// The two theorems as data, as printed and as repaired: hypotheses, constants, times, promised regions, probabilities.
package lemmata.theorem;
