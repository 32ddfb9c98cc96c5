package org.huiling.applicant.register.recording;

import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.FilesOfOne;

import org.springframework.stereotype.Component;

/** The files that were merged into one, for the trail. */
@Component
class MergedFiles implements FilesOfOne {

	private final PersonStore store;

	MergedFiles(PersonStore store) {
		this.store = store;
	}

	@Override
	public Set<UUID> of(UUID id) {
		Set<UUID> files = this.store.files(id);
		files.add(id);
		return files;
	}

}
