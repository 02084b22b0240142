package lemmata.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Values of a pure function that takes long, kept while they are among the last ones asked for.
///
/// @param <K> the arguments
/// @param <V> the value
final class Memo<K, V> {

    private final int kept;
    private final Function<K, V> function;
    private final Map<K, V> known = new LinkedHashMap<>(16, 0.75f, true);

    /// A memory for so many values.
    Memo(int kept, Function<K, V> function) {
        this.kept = kept;
        this.function = function;
    }

    /// The value, computed at most once as long as it is kept.
    synchronized V at(K key) {
        V value = known.get(key);
        if (value == null) {
            value = function.apply(key);
            known.put(key, value);
            if (known.size() > kept) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return value;
    }
}
