package org.huiling.applicant.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.answer.PersonAccess.Look;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.applicant.answer.PersonExport;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.applicant.register.lookup.ExportedFiles;
import org.huiling.applicant.register.lookup.Reveal;
import org.huiling.applicant.register.lookup.StoredAccess;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.applicant.register.store.History;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what every capability keeps about a person. What is read is not of one
 * instant: somebody who writes meanwhile may stand in one part and not yet in another.
 */
@Component
class StoredExport implements PersonExport {

	private static final int MOST_LOOKS = 1000;

	private final ExportedFiles files;

	private final Visibility visibility;

	private final PersonView view;

	private final Recording recording;

	private final StoredAccess access;

	private final List<KeptAboutPeople> keeping;

	private final Clock clock;

	StoredExport(ExportedFiles files, Visibility visibility, PersonView view, Recording recording, StoredAccess access,
			List<KeptAboutPeople> keeping, Clock clock) {
		this.files = files;
		this.visibility = visibility;
		this.view = view;
		this.recording = recording;
		this.access = access;
		this.keeping = List.copyOf(keeping);
		this.clock = clock;
	}

	@Override
	@Transactional
	public Everything of(UUID id, Set<String> reveal, @Nullable String reason, Locale locale) {
		this.visibility.requireReader();
		if (!reveal.isEmpty()) {
			this.visibility.requireRecorder();
		}
		Reveal asked = Reveal.of(reveal, reason);
		ExportedFiles.Found found = this.files.find(id, asked);
		Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
		this.keeping.forEach((each) -> kept.putAll(each.of(found.histories().keySet(), MOST + 1)));
		List<String> cut = new ArrayList<>();
		kept.replaceAll((kind, rows) -> {
			if (rows.size() > MOST) {
				cut.add(kind);
				return rows.subList(0, MOST);
			}
			return rows;
		});
		List<Look> looks = looks(id, locale, cut);
		History own = found.history(id);
		return new Everything(id, found.row().fileNumber().toString(), Instant.now(this.clock), this.visibility.name(),
				person(id, found, asked), records(own, asked), files(id, found, asked), kept, looks, cut);
	}

	private @Nullable PersonAnswer person(UUID id, ExportedFiles.Found found, Reveal asked) {
		LocalDate today = this.recording.today();
		History own = found.history(id);
		return own.isEmpty() ? null : this.view.person(id, found.row().fileNumber(), own, today, asked.fields());
	}

	private List<RecordAnswer> records(History history, Reveal asked) {
		return history.known()
			.stream()
			.map((record) -> this.view.record(record, history.correctionOf(record.id()), asked.fields()))
			.toList();
	}

	private List<File> files(UUID id, ExportedFiles.Found found, Reveal asked) {
		return found.rows()
			.stream()
			.map((file) -> new File(file.row().id(), file.row().fileNumber().toString(), file.regions(),
					file.importRun(), file.row().mergedInto(), file.row().mergedAt(), file.row().erasedAt(),
					file.row().id().equals(id) ? List.of()
							: records(Objects.requireNonNull(found.histories().get(file.row().id())), asked)))
			.toList();
	}

	/** As far as pages of the trail go. */
	private List<Look> looks(UUID id, Locale locale, List<String> cut) {
		List<Look> looks = new ArrayList<>();
		for (int page = 0; looks.size() < MOST_LOOKS; page++) {
			Listing<Look> more = this.access.looks(id, new Paging(page, Paging.MAXIMUM_SIZE), locale);
			looks.addAll(more.items());
			if (looks.size() >= more.total() || more.items().isEmpty()) {
				return looks;
			}
		}
		cut.add("access");
		return looks;
	}

}
