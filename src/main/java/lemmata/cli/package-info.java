/// Floor 7: the command line. Nothing imports it.
package lemmata.cli;
