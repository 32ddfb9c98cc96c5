package org.huiling.policy.drafts.kind;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
import org.huiling.engine.standard.StandardsFile;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftCheck;
import org.huiling.policy.drafts.store.DraftFault;
import org.huiling.policy.drafts.store.Published;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsPublication;
import org.huiling.policy.standards.StandardsPublishing;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Drafts of the standards of a jurisdiction: they become the next revision of them. */
@Component
class StandardsKind implements DraftKind {

	private static final int MOST_BYTES = 512 << 10;

	private static final String FRESH = """
			# 几个项目共用的标准，每次调整添一个日期。Standards that several programs share; each raise adds a day.
			# dibaoStandard:
			#   title: {zh: 最低生活保障标准, en: Dibao standard}
			#   unit: CNY
			#   basis: 通知文号 · the notice
			#   value: {2013-01-01: 450.00, 2013-07-01: 485.00}
			""";

	private final StandardsStore store;

	private final StandardsCheck checks;

	private final StandardsPublishing publishing;

	private final PolicyPublishing policies;

	private final CurrentUser user;

	private final Clock clock;

	/**
	 * A check compiles every version that goes by them, and people look again and again.
	 */
	private final Cache<Looked, CheckReport> looked = Caffeine.newBuilder()
		.maximumSize(30)
		.expireAfterWrite(Duration.ofSeconds(30))
		.build();

	StandardsKind(StandardsStore store, StandardsCheck checks, StandardsPublishing publishing,
			PolicyPublishing policies, CurrentUser user, Clock clock) {
		this.store = store;
		this.checks = checks;
		this.publishing = publishing;
		this.policies = policies;
		this.user = user;
		this.clock = clock;
	}

	/** What a check finds hangs on nothing else. */
	private record Looked(String jurisdiction, String digest, long catalogue) {
	}

	@Override
	public boolean begins(DraftBody wanted) {
		return wanted.isOfStandards();
	}

	@Override
	public boolean isKindOf(Draft draft) {
		return draft.standards() != null;
	}

	@Override
	public Draft begin(DraftBody wanted, String by) {
		String jurisdiction = Objects.requireNonNull(wanted.jurisdiction());
		Jurisdiction owner = this.policies.jurisdiction(jurisdiction)
			.orElseThrow(() -> DraftFault.NO_SUCH_JURISDICTION.refusal("jurisdiction",
					this.policies.jurisdictions().stream().map(Jurisdiction::id).toList().toString()));
		this.user.requireRegion(owner.regionPrefix());
		byte[] begun = this.store.content(jurisdiction).orElse(null);
		byte[] content = (begun != null) ? begun : FRESH.getBytes(StandardCharsets.UTF_8);
		return Draft.begun(wanted.title().words(), null, null, new Draft.StandardsTarget(jurisdiction, begun),
				List.of(), Map.of(StandardsFile.NAME, content), by, this.clock.instant());
	}

	private static Draft.StandardsTarget target(Draft draft) {
		return Objects.requireNonNull(draft.standards());
	}

	@Override
	public void requireRegion(Draft draft) {
		this.policies.jurisdiction(target(draft).jurisdiction())
			.ifPresent((jurisdiction) -> this.user.requireRegion(jurisdiction.regionPrefix()));
	}

	@Override
	public void requireFile(Draft draft, String path, byte[] content) {
		if (!path.equals(StandardsFile.NAME)) {
			throw DraftFault.STANDARDS_ALONE.refusal("path", StandardsFile.NAME);
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
		Draft.StandardsTarget target = target(draft);
		List<Problem> problems = new ArrayList<>();
		if (!Arrays.equals(this.store.content(target.jurisdiction()).orElse(null), target.begun())) {
			problems.add(error("STANDARDS_CHANGED", "草稿开始以后，别人发布了这个辖区的新标准",
					"somebody else published standards of this jurisdiction since the draft was begun",
					new Bilingual("另建一份草稿，把改动搬过去", "begin another draft and carry your change over")));
		}
		byte[] content = files.get(StandardsFile.NAME);
		if (content == null) {
			problems.add(
					error("STANDARDS_MISSING", "草稿里没有 standards.yaml", "the draft does not have standards.yaml", null));
		}
		StandardsCheck.Checked checked = this.checks.check(target.jurisdiction(),
				(content != null) ? content : new byte[0], problems);
		return new DraftCheck(checked.report(), checked.dictionary(), Standards.NONE, null, checked);
	}

	private static Problem error(String code, String zh, String en, @Nullable Bilingual hint) {
		return new Problem(StandardsFile.NAME, 1, 1, Severity.ERROR, code, new Bilingual(zh, en), null, hint);
	}

	@Override
	public CheckReport look(Draft draft, Map<String, byte[]> files) {
		return this.looked.get(new Looked(target(draft).jurisdiction(), new PolicyFiles("", "", "", files).digest(),
				this.policies.catalogueRevision()), (key) -> check(draft, files).report());
	}

	@Override
	public void requireNeeds(Draft draft) {
		// standards need no other draft
	}

	@Override
	public Optional<Published> publish(Draft draft, DraftCheck checked, String by) {
		String approvedBy = String.valueOf(draft.hands().approvedBy());
		String jurisdiction = target(draft).jurisdiction();
		return this.publishing
			.publish(Objects.requireNonNull(checked.standards()),
					new DictionaryInForce.Hands(draft.id(), by, approvedBy))
			.map((done) -> new Published(null, null,
					new StandardsPublication(jurisdiction, done.number(), done.digest(),
							done.knownSince().equals(Instant.MIN) ? this.clock.instant() : done.knownSince(), by,
							approvedBy)));
	}

}
