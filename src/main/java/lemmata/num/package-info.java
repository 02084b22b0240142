/// Floor 0: rounding constants, sums in a fixed order, and the one door to transcendental functions.
package lemmata.num;
