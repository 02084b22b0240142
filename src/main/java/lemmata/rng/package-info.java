/// Floor 1: random draws addressed by number. Draw i is a pure function of (seed, trial, i).
package lemmata.rng;
