package lemmata.experiment;

/// A line of a study before it runs.
///
/// @param group what it is compared with
/// @param label what is special about it
/// @param cell what runs
public record Entry(String group, String label, Cell cell) {}
