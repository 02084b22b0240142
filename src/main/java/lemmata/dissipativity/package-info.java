/// Floor 5: partial dissipativity, the conditions C1 and C2 of the paper with their sharp constants.
package lemmata.dissipativity;
