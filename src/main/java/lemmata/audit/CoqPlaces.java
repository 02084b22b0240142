package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbered lemmas of a Coq file, `Lemma Sn_words`, found without Coq; their id is that of the stem and the number.
///
/// What follows `_` in the name of a file is no part of its stem.
final class CoqPlaces {

    private static final Pattern FILE = Pattern.compile("proofs/(\\w+)/([A-Za-z0-9]+)(?:_\\w+)?\\.v");
    private static final Pattern LEMMA = Pattern.compile(
            "^(?:Lemma|Theorem) ((S[1-9]\\d*)_[\\w']+)\\b.*?(?=\\nProof\\.)", Pattern.MULTILINE | Pattern.DOTALL);

    private CoqPlaces() {}

    /// In the order of the file; none if the file is not called after a stem.
    static List<Place> in(String file, String text) {
        List<Place> places = new ArrayList<>();
        Matcher name = FILE.matcher(file);
        if (name.matches()) {
            String stem = name.group(1) + "." + name.group(2);
            LEMMA.matcher(text).results().forEach(lemma -> {
                int line = 1 + (int) text.substring(0, lemma.start()).lines().count();
                places.add(new Place(
                        List.of(stem + "/" + lemma.group(2)),
                        file,
                        line,
                        lemma.group(1),
                        lemma.group().strip()));
            });
        }
        return places;
    }
}
