package lemmata.wrong.attic;

/// Stands in a package that the table of floors does not know.
final class NoFloor {}
