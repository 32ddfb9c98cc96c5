package org.huiling.applicant.register.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.identity.FileNumber;
import org.jspecify.annotations.Nullable;

/** The files that some lines of a list are about, by what the lines name them by. */
final class OpenFiles {

	private final Map<UUID, OpenFile> files = new LinkedHashMap<>();

	private final Map<Long, UUID> numbered = new HashMap<>();

	private final Map<String, UUID> byResidentId = new HashMap<>();

	void add(OpenFile file) {
		this.files.put(file.id(), file);
	}

	void number(long number, UUID id) {
		this.numbered.put(number, id);
	}

	/** Who has a resident id, be it somebody whom the caller does not see. */
	void holds(byte[] residentHash, UUID id) {
		this.byResidentId.put(key(residentHash), id);
	}

	@Nullable OpenFile find(FileNumber number) {
		return find(this.numbered.get(number.count()));
	}

	@Nullable OpenFile find(@Nullable UUID id) {
		return (id != null) ? this.files.get(id) : null;
	}

	@Nullable UUID holder(byte[] residentHash) {
		return this.byResidentId.get(key(residentHash));
	}

	Collection<OpenFile> all() {
		return this.files.values();
	}

	/** Those to whom something is added, in the order in which they are locked. */
	List<OpenFile> changed() {
		List<OpenFile> changed = new ArrayList<>(
				this.files.values().stream().filter((file) -> !file.additions().isEmpty()).toList());
		changed.sort((one, other) -> one.id().compareTo(other.id()));
		return changed;
	}

	private static String key(byte[] hash) {
		return new String(hash, StandardCharsets.ISO_8859_1);
	}

}
