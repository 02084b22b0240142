package lemmata.wrong.model;

/// What the wrong number reaches up for.
public final class Student {}
