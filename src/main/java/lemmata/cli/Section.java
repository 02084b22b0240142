package lemmata.cli;

import java.util.List;

/// Constants that belong together.
///
/// @param key their name in JSON
/// @param title what they are about
/// @param constants the constants
record Section(String key, String title, List<Constant> constants) {}
