package lemmata.model;

/// Input that no statement speaks about, with the field that holds it and the remedy.
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String remedy;

    /// `field` as the caller knows it, for example `teacher.w[2]`; `remedy` says what is wrong and what to do.
    public InvalidField(String field, String remedy) {
        super(field + ": " + remedy);
        this.field = field;
        this.remedy = remedy;
    }

    /// The field at fault.
    public String field() {
        return field;
    }

    /// What is wrong with it and what to do, without the field's name.
    public String remedy() {
        return remedy;
    }

    /// The same complaint about the field inside an outer object.
    public InvalidField inside(String outer) {
        return new InvalidField(outer + "." + field, remedy);
    }
}
