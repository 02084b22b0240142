/// Floor 2: vector kernels, each beside a plain twin with the same bits; the only importer of `jdk.incubator.vector`.
package lemmata.simd;
