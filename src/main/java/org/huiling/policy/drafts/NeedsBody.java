package org.huiling.policy.drafts;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.ReadBy;
import org.huiling.policy.drafts.store.NeededDrafts;
import org.jspecify.annotations.Nullable;

/**
 * Which drafts of fact files a policy's draft needs.
 *
 * @param needs their ids, empty or null for none
 */
@Schema(example = """
		{"needs": ["00000000-0000-4000-8000-000000000001"]}""")
public record NeedsBody(@ReadBy(NeededDrafts.class) @Size(max = 20) @Nullable List<@Size(max = 36) String> needs) {

	public NeedsBody {
		needs = (needs != null) ? List.copyOf(needs) : null;
	}

}
