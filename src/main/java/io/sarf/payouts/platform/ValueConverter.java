package io.sarf.payouts.platform;

import jakarta.persistence.AttributeConverter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores a type of ours by the one value it is made of. Each type has its own, which Hibernate finds by itself. */
public abstract class ValueConverter<T, V> implements AttributeConverter<T, V> {
    private final Function<V, T> of;
    private final Function<T, V> value;

    protected ValueConverter(Function<V, T> of, Function<T, V> value) {
        this.of = of;
        this.value = value;
    }

    @Override
    public @Nullable V convertToDatabaseColumn(@Nullable T whole) {
        return whole == null ? null : value.apply(whole);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable V stored) {
        return stored == null ? null : of.apply(stored);
    }
}
