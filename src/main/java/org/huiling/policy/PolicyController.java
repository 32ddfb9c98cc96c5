package org.huiling.policy;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.Program;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is published. */
@Tag(name = "policies", description = "政策 · published policies")
@RestController
@RequestMapping("/api/v1")
class PolicyController {

	private final PolicyCatalogue catalogue;

	private final PolicyStore store;

	private final PolicyCompiler compiler;

	private final Withdrawal withdrawal;

	private final PolicyDiff diff;

	private final CurrentUser user;

	private final Clock clock;

	PolicyController(PolicyCatalogue catalogue, PolicyStore store, PolicyCompiler compiler, Withdrawal withdrawal,
			PolicyDiff diff, CurrentUser user, Clock clock) {
		this.withdrawal = withdrawal;
		this.diff = diff;
		this.user = user;
		this.catalogue = catalogue;
		this.store = store;
		this.compiler = compiler;
		this.clock = clock;
	}

	@Operation(summary = "辖区 · jurisdictions")
	@GetMapping("/jurisdictions")
	Listing<Jurisdiction> jurisdictions(Paging paging) {
		return Listing.cut(this.catalogue.jurisdictions(), paging, (each) -> each);
	}

	@Operation(summary = "项目 · programs, by jurisdiction and order of evaluation")
	@GetMapping("/programs")
	Listing<PolicyView.ProgramItem> programs(@RequestParam @Nullable String jurisdiction, Paging paging) {
		List<PolicyView.ProgramItem> all = this.catalogue.current()
			.programs()
			.entrySet()
			.stream()
			.filter((owner) -> jurisdiction == null || jurisdiction.equals(owner.getKey()))
			.flatMap((owner) -> owner.getValue()
				.stream()
				.map((program) -> PolicyView.ProgramItem.of(owner.getKey(), program)))
			.toList();
		return Listing.cut(all, paging, (each) -> each);
	}

	@Operation(summary = "政策版本 · versions, with their state today, and drafts of more")
	@GetMapping("/policies")
	Listing<PolicyView.VersionItem> policies(@RequestParam @Nullable String jurisdiction,
			@RequestParam @Nullable String program, Paging paging) {
		Catalogue now = this.catalogue.current();
		List<PolicyView.VersionItem> all = Stream
			.concat(now.versions().stream().map((version) -> item(now, version)), drafts())
			.filter((item) -> jurisdiction == null || jurisdiction.equals(item.jurisdiction()))
			.filter((item) -> program == null || program.equals(item.program()))
			.sorted(Comparator.comparing(PolicyView.VersionItem::jurisdiction)
				.thenComparing(PolicyView.VersionItem::program))
			.toList();
		return Listing.cut(all, paging, (item) -> item);
	}

	/** Whoever may read drafts sees them behind the versions of their program. */
	private Stream<PolicyView.VersionItem> drafts() {
		if (!this.user.has(Role.POLICY_EDITOR) && !this.user.has(Role.POLICY_APPROVER)
				&& !this.user.has(Role.AUDITOR)) {
			return Stream.of();
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		return this.store.drafts().stream().map((draft) -> draft.item(today));
	}

	@Operation(summary = "一个政策版本 · one version with its parameters and files")
	@GetMapping("/policies/{jurisdiction}/{program}/{version}")
	PolicyView.VersionPage policy(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version) {
		return page(new VersionId(jurisdiction, program, version));
	}

	@Operation(summary = "撤回 · takes back a version published by mistake; the one before is in force again")
	@PostMapping("/policies/{jurisdiction}/{program}/{version}/withdraw")
	PolicyView.VersionPage withdraw(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version, @Parameter(hidden = true) InputStream body) {
		VersionId id = new VersionId(jurisdiction, program, version);
		PublishedVersion found = find(this.catalogue.current(), id);
		this.withdrawal.withdraw(found, ReasonReader.read(StrictJson.read(body)));
		this.catalogue.refresh();
		return page(id);
	}

	@Operation(summary = "比较 · what differs from another version: parameters, rules, files, answers")
	@GetMapping(path = "/policies/{jurisdiction}/{program}/{version}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
	String diff(@PathVariable String jurisdiction, @PathVariable String program, @PathVariable String version,
			@RequestParam String to) {
		Catalogue now = this.catalogue.current();
		PublishedVersion before = find(now, new VersionId(jurisdiction, program, version));
		PublishedVersion after = find(now, new VersionId(jurisdiction, program, to));
		Program owner = now.programs(jurisdiction)
			.stream()
			.filter((each) -> each.id().equals(program))
			.findFirst()
			.orElseThrow();
		return CheckJson.write(this.diff.between(this.store.files(before.id()), this.store.files(after.id()), true,
				owner, Objects.requireNonNull(now.jurisdictions().get(jurisdiction))));
	}

	@Operation(summary = "导出 · the version's directory as a zip to be unpacked in rules/")
	@GetMapping("/policies/{jurisdiction}/{program}/{version}/export")
	ResponseEntity<byte[]> export(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version) {
		PublishedVersion found = find(this.catalogue.current(), new VersionId(jurisdiction, program, version));
		return ResponseEntity.ok()
			.eTag(found.digest())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + jurisdiction + "_" + program + "_" + version + ".zip\"")
			.contentType(MediaType.parseMediaType("application/zip"))
			.body(VersionArchive.of(this.store.files(found.id())));
	}

	private PolicyView.VersionPage page(VersionId id) {
		Catalogue now = this.catalogue.current();
		PublishedVersion found = find(now, id);
		PolicyFiles files = this.store.files(id);
		return PolicyView.VersionPage.of(item(now, found), found.basis(), this.store.hands(id),
				this.compiler.header(files), files);
	}

	private PolicyView.VersionItem item(Catalogue now, PublishedVersion version) {
		return PolicyView.VersionItem.of(version, state(now, version), this.clock.getZone());
	}

	@Operation(summary = "版本的文件 · one file of a version, as it was published")
	@GetMapping("/policies/{jurisdiction}/{program}/{version}/files/{*path}")
	ResponseEntity<byte[]> file(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version, @PathVariable String path) {
		PublishedVersion found = find(this.catalogue.current(), new VersionId(jurisdiction, program, version));
		String name = path.substring(1);
		byte[] content = this.store.files(found.id()).files().get(name);
		if (content == null) {
			throw Refusal.notFound("FILE_NOT_FOUND", found.id().toString(), name);
		}
		return ResponseEntity.ok()
			.eTag(Sha256.of(content))
			.header("X-Content-Type-Options", "nosniff")
			.contentType(FileTypes.of(name))
			.body(content);
	}

	private static PublishedVersion find(Catalogue now, VersionId id) {
		return now.version(id).orElseThrow(() -> Refusal.notFound("VERSION_NOT_FOUND", id.toString()));
	}

	private VersionState state(Catalogue now, PublishedVersion version) {
		Instant instant = this.clock.instant();
		Timeline timeline = now.timeline(version.id().jurisdiction(), version.id().program());
		return VersionState.of(version, timeline, LocalDate.ofInstant(instant, this.clock.getZone()), instant);
	}

}
