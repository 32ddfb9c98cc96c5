package org.huiling.publiclist;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.huiling.decision.store.InKindView;
import org.jspecify.annotations.Nullable;

/**
 * A line of a public list. Nothing on it tells a person apart but surname and place.
 *
 * @param name the surname and a star, as {@code PersonNames.masked} gives it; null if no
 * name is known
 * @param region where they live, or else are registered; null if neither is known
 * @param amount what is granted; null where it is in kind
 * @param inKind what is granted in kind; absent where it is money
 */
@Schema(example = "{\"name\": \"张*\", \"region\": \"379901003\", \"amount\": 100.00}")
public record PublicLine(@Nullable String name, @Nullable String region, @Nullable BigDecimal amount,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<InKindView> inKind) {
}
