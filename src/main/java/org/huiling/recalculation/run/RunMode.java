package org.huiling.recalculation.run;

import org.springframework.modulith.NamedInterface;

/** What a run may write. */
@NamedInterface("run")
public enum RunMode {

	/** Nothing but its report. */
	DRY_RUN,

	/** Decisions where something differs. */
	COMMIT

}
