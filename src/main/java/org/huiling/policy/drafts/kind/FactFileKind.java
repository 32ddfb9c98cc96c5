package org.huiling.policy.drafts.kind;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.account.CurrentUser;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.standard.Standards;
import org.huiling.facts.dictionary.FactFile;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftCheck;
import org.huiling.policy.drafts.store.DraftFault;
import org.huiling.policy.drafts.store.Published;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.huiling.policy.factfiles.FactPublication;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Drafts of fact files: they become the next revision of the dictionary. */
@Component
class FactFileKind implements DraftKind {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	private static final int MOST_BYTES = 512 << 10;

	private final DictionaryInForce dictionary;

	private final FactFileCheck checks;

	private final FactFilePublishing publishing;

	private final PolicyPublishing policies;

	private final CurrentUser user;

	/** A check reads versions, drafts and records, and people look again and again. */
	private final Cache<Looked, CheckReport> looked = Caffeine.newBuilder()
		.maximumSize(30)
		.expireAfterWrite(Duration.ofSeconds(30))
		.build();

	private final JsonMapper json;

	private final Clock clock;

	FactFileKind(DictionaryInForce dictionary, FactFileCheck checks, FactFilePublishing publishing,
			PolicyPublishing policies, CurrentUser user, JsonMapper json, Clock clock) {
		this.dictionary = dictionary;
		this.checks = checks;
		this.publishing = publishing;
		this.policies = policies;
		this.user = user;
		this.json = json;
		this.clock = clock;
	}

	/** What a check finds hangs on this, and on what people record meanwhile. */
	private record Looked(UUID draft, String digest, int revision, long catalogue) {
	}

	@Override
	public boolean begins(DraftBody wanted) {
		return wanted.factFile() != null;
	}

	@Override
	public boolean isKindOf(Draft draft) {
		return draft.factFile() != null;
	}

	@Override
	public Draft begin(DraftBody wanted, String by) {
		String name = Objects.requireNonNull(wanted.factFile());
		if (!NAME.matcher(name).matches()) {
			throw DraftFault.FACT_FILE_NAME.refusal("factFile");
		}
		Optional<FactFile> known = this.dictionary.current()
			.files()
			.stream()
			.filter((file) -> file.name().equals(name))
			.findFirst();
		String owner = wanted.owner();
		if (known.isPresent()) {
			String owned = known.get().owner();
			if (owner != null && !owner.equals(owned)) {
				throw (owned != null) ? DraftFault.FACT_FILE_OWNED.refusal("owner", owned)
						: DraftFault.FACT_FILE_SHARED.refusal("owner");
			}
			owner = owned;
		}
		requireRegion(owner);
		byte[] begun = this.dictionary.files().files().get(name + ".yaml");
		Draft.FactFileTarget target = new Draft.FactFileTarget(name, owner, begun);
		byte[] content = (begun != null) ? begun : fresh(wanted.title().words(), owner);
		return Draft.begun(wanted.title().words(), null, target, null, List.of(), Map.of(target.file(), content), by,
				this.clock.instant());
	}

	/** What is quoted as JSON is quoted as YAML. */
	private byte[] fresh(Bilingual title, @Nullable String owner) {
		return ("name: {zh: " + this.json.writeValueAsString(title.zh()) + ", en: "
				+ this.json.writeValueAsString(title.en()) + "}\n" + ((owner != null) ? "owner: " + owner + "\n" : "")
				+ "facts: {}\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	/** What is everybody's is changed by those who reach everybody. */
	private void requireRegion(@Nullable String owner) {
		if (owner == null) {
			this.user.requireRegion("");
			return;
		}
		Jurisdiction jurisdiction = this.policies.jurisdiction(owner)
			.orElseThrow(() -> DraftFault.NO_SUCH_JURISDICTION.refusal("owner",
					this.policies.jurisdictions().stream().map(Jurisdiction::id).toList().toString()));
		this.user.requireRegion(jurisdiction.regionPrefix());
	}

	private static Draft.FactFileTarget target(Draft draft) {
		return Objects.requireNonNull(draft.factFile());
	}

	@Override
	public void requireRegion(Draft draft) {
		requireRegion(target(draft).owner());
	}

	@Override
	public void requireFile(Draft draft, String path, byte[] content) {
		if (!path.equals(target(draft).file())) {
			throw DraftFault.FACT_FILE_ALONE.refusal("path", target(draft).file());
		}
		if (content.length > MOST_BYTES) {
			throw DraftFault.FILE_TOO_LARGE.refusal("path");
		}
	}

	@Override
	public @Nullable String version(Draft draft) {
		return null;
	}

	@Override
	public DraftCheck check(Draft draft, Map<String, byte[]> files) {
		Draft.FactFileTarget target = target(draft);
		List<Problem> problems = new ArrayList<>(this.checks.overtaken(target.file(), target.begun()));
		byte[] content = files.get(target.file());
		if (content == null) {
			problems.add(error(target.file(), "FACT_FILE_MISSING", "草稿里没有这个文件", "the draft does not have the file"));
		}
		FactFileCheck.Checked checked = this.checks.check((content != null) ? Map.of(target.file(), content) : Map.of(),
				new FactFileCheck.Owned(target.name(), target.owner()), problems);
		return new DraftCheck(checked.report(), checked.revision(), Standards.NONE, checked, null);
	}

	private static Problem error(String file, String code, String zh, String en) {
		return new Problem(file, 1, 1, Severity.ERROR, code, new Bilingual(zh, en), null, null);
	}

	@Override
	public CheckReport look(Draft draft, Map<String, byte[]> files) {
		String digest = new PolicyFiles("", "", "", files).digest();
		return this.looked.get(
				new Looked(draft.id(), digest, this.dictionary.revision().number(), this.policies.catalogueRevision()),
				(key) -> check(draft, files).report());
	}

	@Override
	public void requireNeeds(Draft draft) {
		// a fact file needs no other draft
	}

	@Override
	public Optional<Published> publish(Draft draft, DraftCheck checked, String by) {
		String approvedBy = String.valueOf(draft.hands().approvedBy());
		String name = target(draft).name();
		return this.publishing
			.publish(Objects.requireNonNull(checked.facts()), name,
					new DictionaryInForce.Hands(draft.id(), by, approvedBy))
			.map((done) -> new Published(null,
					new FactPublication(name, done.revision(), done.digest(), done.at(), by, approvedBy), null));
	}

}
