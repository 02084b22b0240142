package lemmata.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The statements that a method or a class carries: computes, decides or tests.
///
/// On code it names what the code is about, on a property what the property tries to refute.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface Statement {
    /// {@return the statement ids, each `chapter.Stem/Sn`, for example `loss.PopulationLoss/S2`}
    String[] value();
}
