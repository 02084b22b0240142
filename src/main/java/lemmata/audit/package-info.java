/// Floor 6: statements × evidence → verdicts. Checks, the high-precision oracle, certificates, and the reports.
package lemmata.audit;
