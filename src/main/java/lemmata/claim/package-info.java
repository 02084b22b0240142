/// The vocabulary of claims: which statement a piece of code carries, and which space or unit a value belongs to.
///
/// Nothing here behaves. [lemmata.claim.Statement] ties code to a statement of a spec page. The type qualifiers form
/// two
/// independent hierarchies, checked at compile time by the Subtyping Checker:
///
/// - spaces: [lemmata.claim.AnySpace] ⊃ [lemmata.claim.FilterSpace] ⊃ [lemmata.claim.UnitSphere],
///   [lemmata.claim.AnySpace] ⊃ [lemmata.claim.OutputSpace], and [lemmata.claim.NoSpace] below all;
/// - units: [lemmata.claim.AnyUnit] ⊃ [lemmata.claim.Radians], [lemmata.claim.AnyUnit] ⊃ [lemmata.claim.Degrees], and
///   [lemmata.claim.NoUnit] below both.
///
/// A qualifier of an array stands before the brackets: `double @FilterSpace []` is an array in filter space, while
/// `@FilterSpace double[]` would speak of its entries.
package lemmata.claim;
