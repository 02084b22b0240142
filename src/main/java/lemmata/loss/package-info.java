/// Floor 2: the population loss in closed form, its first and second derivatives, and the geometry of the unit sphere.
package lemmata.loss;
