package org.huiling.changefeed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;

import org.springframework.stereotype.Service;

/**
 * Tells what changed after a cursor. Decisions are in the order in which they were
 * recorded, publications and payments in that of the audit trail, both of which are
 * orders of commits; the two are merged by their time.
 */
@Service
class ChangeFeed {

	private static final int BAD_REQUEST = 400;

	private static final int FORBIDDEN = 403;

	private final ChangeStore store;

	private final RecordedTime time;

	private final ApplicantRegister register;

	private final PolicyCatalogue catalogue;

	private final CurrentUser user;

	ChangeFeed(ChangeStore store, RecordedTime time, ApplicantRegister register, PolicyCatalogue catalogue,
			CurrentUser user) {
		this.store = store;
		this.time = time;
		this.register = register;
		this.catalogue = catalogue;
		this.user = user;
	}

	/**
	 * What changed.
	 * @param after where to go on
	 * @param codes of the types wanted; none for all that the user may see
	 * @param most how many at most
	 * @throws InvalidInput 400 if there is no such type
	 * @throws Refusal 403 if the user may not see a type that is named
	 */
	Changes after(Cursor after, Set<String> codes, int most) {
		Set<ChangeType> types = types(codes);
		List<Happened> happened = new ArrayList<>();
		if (types.contains(ChangeType.DECISION)) {
			// whoever records meanwhile records later than this
			Instant settled = this.time.settled();
			happened.addAll(this.store.decisions(after, settled, this.register.visible("d.applicant"), most + 1));
		}
		Collection<ChangeType> ofTrail = types.stream().filter((type) -> type != ChangeType.DECISION).toList();
		if (!ofTrail.isEmpty()) {
			happened.addAll(this.store.events(after, ofTrail, jurisdictions(), most + 1));
		}
		return changes(after, merged(happened), most);
	}

	/** By their time; what is of one kind stays in its order. */
	private static List<Happened> merged(List<Happened> happened) {
		List<Happened> decisions = happened.stream().filter((one) -> one.type() == ChangeType.DECISION).toList();
		List<Happened> events = happened.stream().filter((one) -> one.type() != ChangeType.DECISION).toList();
		List<Happened> merged = new ArrayList<>(happened.size());
		int next = 0;
		for (Happened event : events) {
			while (next < decisions.size() && !decisions.get(next).at().isAfter(event.at())) {
				merged.add(decisions.get(next++));
			}
			merged.add(event);
		}
		merged.addAll(decisions.subList(next, decisions.size()));
		return merged;
	}

	private static Changes changes(Cursor after, List<Happened> happened, int most) {
		List<ChangeEvent> items = new ArrayList<>();
		Cursor cursor = after;
		for (Happened one : happened.subList(0, Math.min(most, happened.size()))) {
			cursor = one.step().apply(cursor);
			items.add(one.after(cursor));
		}
		return new Changes(items, cursor.toString(), happened.size() > most);
	}

	private Set<ChangeType> types(Set<String> codes) {
		Set<ChangeType> types = EnumSet.noneOf(ChangeType.class);
		for (ChangeType type : ChangeType.values()) {
			if (codes.isEmpty() ? type.isFor(this.user) : codes.contains(type.code())) {
				types.add(type);
			}
		}
		List<String> known = Stream.of(ChangeType.values()).map(ChangeType::code).toList();
		if (!known.containsAll(codes)) {
			throw new InvalidInput(BAD_REQUEST,
					List.of(FieldError.of("types", "UNKNOWN_CODE", String.join(", ", known))));
		}
		if (types.isEmpty()) {
			throw roleMissing(Stream.of(ChangeType.values()));
		}
		types.stream().filter((type) -> !type.isFor(this.user)).findFirst().ifPresent((type) -> {
			throw roleMissing(Stream.of(type));
		});
		return types;
	}

	/** Names every role that may see what was asked for. */
	private static Refusal roleMissing(Stream<ChangeType> types) {
		return new Refusal(FORBIDDEN, "ROLE_MISSING",
				types.flatMap((type) -> type.readers().stream())
					.distinct()
					.sorted()
					.map(Role::name)
					.collect(Collectors.joining(" / ")));
	}

	private Set<String> jurisdictions() {
		return this.catalogue.jurisdictions()
			.stream()
			.filter((one) -> this.user.regions().covers(one.regionPrefix()))
			.map(Jurisdiction::id)
			.collect(Collectors.toSet());
	}

}
