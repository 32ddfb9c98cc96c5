package org.huiling.recalculation.run;

import jakarta.validation.constraints.Size;

import org.springframework.modulith.NamedInterface;

/**
 * A version that was withdrawn, of which everybody is reviewed who has a decision under
 * it.
 *
 * @param jurisdiction its id
 * @param program its id
 * @param version the version's name
 */
@NamedInterface("run")
public record WithdrawnVersion(@Size(max = 64) String jurisdiction, @Size(max = 64) String program,
		@Size(max = 64) String version) {
}
