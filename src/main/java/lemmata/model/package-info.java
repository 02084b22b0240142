/// Floor 1: the networks. Teacher, student, their shapes, the forward pass and the perturbed point.
package lemmata.model;
