package org.huiling.applicant.register.recording;

import java.util.UUID;

/** Whoever keeps something of people outside of the database. */
public interface ErasedFiles {

	/**
	 * A file is erased, for good.
	 * @param file its id
	 */
	void erased(UUID file);

}
