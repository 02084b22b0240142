/// Floor 3: the global and the spurious optimum, when the latter is a local minimum, and all other critical points.
package lemmata.landscape;
