package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.FactDay;
import org.huiling.engine.Over;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.standard.Standards;
import org.huiling.facts.Subject;
import org.huiling.policy.CompiledPolicies;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.RulesReport;
import org.huiling.policy.TinyRules;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.published.VersionId;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsPublishing;
import org.huiling.problem.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@HuilingTest
@SharedService
@Import(TestCallers.class)
class RulesImportIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@TempDir
	Path parent;

	Path directory;

	@Autowired
	PolicyStore store;

	@Autowired
	PublishedPolicyWriter writer;

	@Autowired
	PolicyCompiler compiler;

	@Autowired
	ClassStore classes;

	@Autowired
	DictionaryInForce dictionary;

	@Autowired
	FactFileCheck checks;

	@Autowired
	FactFilePublishing publishing;

	@Autowired
	StandardsStore standards;

	@Autowired
	StandardsCheck standardsCheck;

	@Autowired
	StandardsPublishing standardsPublishing;

	@Autowired
	Clock clock;

	RulesReport report = new RulesReport();

	String id;

	TinyRules rules;

	/** Each test has a jurisdiction of its own, since published versions stay. */
	@BeforeEach
	void newJurisdiction() {
		int number = this.store.jurisdictions().size() + 1;
		this.id = "small-" + number;
		this.directory = this.parent.resolve("rules");
		this.rules = new TinyRules(this.directory).jurisdiction(this.id, "99000" + number)
			.program(this.id, "allowance", 10);
	}

	@Test
	void publishesWhatIsNewWithItsFiles() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00", "published: 2012-12-15")
			.file(this.id + "/allowance/2013-01-01/notes/why.md", "why")
			.file(this.id + "/allowance/2013-01-01/.DS_Store", "x")
			.file(this.id + "/README.md", "about")
			.file(this.id + "/.git/config", "x")
			.file("README.md", "about");
		PolicyCatalogue catalogue = importAll();
		assertThat(this.report.findings()).isEmpty();
		PublishedVersion version = version(catalogue, "2013-01-01").orElseThrow();
		assertThat(version.publishedAt()).isEqualTo(Instant.parse("2012-12-14T16:00:00Z"));
		assertThat(this.store.files(version.id()).files()).containsOnlyKeys("allowance.drl", "notes/why.md",
				"policy.yaml");
		assertThat(this.store.files(version.id()).digest()).isEqualTo(version.digest());
		assertThat(inForce(catalogue, "2013-01-01").digest()).isEqualTo(version.digest());
	}

	@Test
	void importingAgainChangesNothing() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00");
		importAll();
		PolicyCatalogue again = importAll();
		assertThat(this.report.findings()).isEmpty();
		assertThat(again.current().timeline(this.id, "allowance").versions()).hasSize(1);
	}

	@Test
	void refusesAPublishedDirectoryThatWasEditedAndNamesTheFile() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00");
		String published = version(importAll(), "2013-01-01").orElseThrow().digest();
		this.rules.version(this.id + "/allowance/2013-01-01", "999.00")
			.file(this.id + "/allowance/2013-01-01/more.drl", "")
			.version(this.id + "/allowance/2014-01-01", "120.00");
		PolicyCatalogue catalogue = importAll();
		assertThat(this.report.findings()).extracting(RulesReport.Finding::kind, RulesReport.Finding::place)
			.containsExactly(tuple(RulesReport.Kind.REFUSED, this.id + "/allowance/2013-01-01/more.drl"),
					tuple(RulesReport.Kind.REFUSED, this.id + "/allowance/2013-01-01/policy.yaml"));
		assertThat(version(catalogue, "2013-01-01").orElseThrow().digest()).isEqualTo(published);
		assertThat(version(catalogue, "2014-01-01")).isPresent();
	}

	@Test
	void aBrokenVersionIsNamedWithFileAndLineAndKeepsNoOtherOut() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00")
			.version(this.id + "/allowance/2014-01-01", "120.00")
			.file(this.id + "/allowance/2014-01-01/allowance.drl", """
					rule "津贴"
					    @en("Allowance")
					    @basis("第一条")
					when
					    Applicant( agee >= P.age )
					then
					    benefit.pay(P.allowance);
					end
					""");
		PolicyCatalogue catalogue = importAll();
		assertThat(this.report.findings()).isNotEmpty()
			.allMatch((finding) -> finding.kind() == RulesReport.Kind.BROKEN)
			.anyMatch((finding) -> finding.place().equals(this.id + "/allowance/2014-01-01/allowance.drl:5"));
		assertThat(version(catalogue, "2013-01-01")).isPresent();
		assertThat(version(catalogue, "2014-01-01")).isEmpty();
	}

	@Test
	void namesWhatIsNotLaidOutAsItShould() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00")
			.version(this.id + "/allowance/2013-02-30", "1.00")
			.file(this.id + "/allowance/next-year/policy.yaml", "")
			.file(this.id + "/other/README.md", "no program.yaml")
			.file("Not A Name/jurisdiction.yaml", "");
		PolicyCatalogue catalogue = importAll();
		assertThat(this.report.findings()).extracting(RulesReport.Finding::place)
			.contains("Not A Name", this.id + "/allowance/next-year", this.id + "/other/program.yaml")
			.anyMatch((place) -> place.startsWith(this.id + "/allowance/2013-02-30/"));
		assertThat(catalogue.current().timeline(this.id, "allowance").versions()).hasSize(1);
	}

	@Test
	void followsNoLinkOutOfAVersion() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00").file("../secret.txt", "secret");
		Path link = this.directory.resolve(this.id + "/allowance/2013-01-01/secret.txt");
		Files.createSymbolicLink(link, this.parent.resolve("secret.txt"));
		PolicyCatalogue catalogue = importAll();
		assertThat(this.report.findings()).extracting(RulesReport.Finding::place)
			.containsExactly(this.id + "/allowance/2013-01-01/secret.txt:1");
		assertThat(version(catalogue, "2013-01-01")).isEmpty();
	}

	@Test
	void refusesTooManyAndTooLargeFiles() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00")
			.file(this.id + "/allowance/2013-01-01/large.txt", "x".repeat((2 << 20) + 1))
			.version(this.id + "/allowance/2014-01-01", "100.00");
		Stream.iterate(1, (number) -> number + 1)
			.limit(200)
			.forEach((number) -> this.rules.file(this.id + "/allowance/2014-01-01/" + number + ".txt", ""));
		importAll();
		assertThat(this.report.findings()).extracting(RulesReport.Finding::message)
			.anyMatch((message) -> message.contains("TOO_LARGE"))
			.anyMatch((message) -> message.contains("TOO_MANY"));
	}

	@Test
	void aPrefixHasOneOwner() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00");
		importAll();
		String prefix = this.store.jurisdictions()
			.stream()
			.filter((each) -> each.id().equals(this.id))
			.findFirst()
			.orElseThrow()
			.regionPrefix();
		this.rules.jurisdiction("intruder-" + this.id, prefix);
		PolicyCatalogue catalogue = importAll();
		assertThat(this.report.findings()).extracting(RulesReport.Finding::message)
			.containsExactly("the region prefix " + prefix + " belongs to another jurisdiction");
		assertThat(catalogue.jurisdictionOf(prefix + "123"))
			.hasValueSatisfying((jurisdiction) -> assertThat(jurisdiction.id()).isEqualTo(this.id));
		assertThat(catalogue.jurisdictionOf("1")).isEmpty();
	}

	@Test
	void namesMayBeCorrectedOnDiskButNotWhatDecisionsRestOn() throws Exception {
		importAll();
		this.rules.file(this.id + "/allowance/program.yaml", """
				name: {zh: 新名, en: New name}
				cycle: MONTH
				unit: CNY
				order: 10
				paidTo: PERSON
				""");
		assertThat(importAll().current().programs(this.id).get(0).name().zh()).isEqualTo("新名");
		assertThat(this.report.findings()).isEmpty();
		this.rules.program(this.id, "allowance", 20);
		assertThat(importAll().current().programs(this.id).get(0).order()).isEqualTo(10);
		assertThat(this.report.findings()).extracting(RulesReport.Finding::place)
			.containsExactly(this.id + "/allowance/program.yaml");
	}

	@Test
	void aVersionIsLoadedOnceHoweverManyAsk() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00");
		PolicyCatalogue catalogue = importAll();
		List<CompiledPolicy> all = Stream.generate(() -> 0)
			.limit(16)
			.parallel()
			.map((ignored) -> inForce(catalogue, "2013-05-01"))
			.toList();
		assertThat(all).allMatch((each) -> each == all.get(0));
	}

	@Test
	void aVersionThatCanNoLongerBeCompiledIsNamedAndNotReplaced() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00");
		PolicyCatalogue published = importAll();
		VersionId broken = new VersionId(this.id, "allowance", "2014-01-01");
		this.rules.version(this.id + "/allowance/2014-01-01", "not a number");
		RulesDirectory directory = new RulesDirectory(this.directory);
		Path path = this.directory.resolve(broken.toString());
		PolicyFiles files = new PolicyFiles(this.id, "allowance", "2014-01-01", directory.files(path));
		PolicyHeader header = inForce(published, "2013-01-01").header();
		this.writer.publish(files,
				new PolicyHeader(header.title(), header.basis(), LocalDate.of(2014, 1, 1), null, null,
						header.rounding(), PolicyHeader.Wins.NONE, null, null, List.of(), List.of(), List.of(), null,
						List.of(), FactDay.FIRST_DAY),
				Instant.EPOCH, 0);
		published.refresh();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> inForce(published, "2014-05-01"))
			.satisfies((refusal) -> {
				assertThat(refusal.code()).isEqualTo("POLICY_UNUSABLE");
				assertThat(refusal.arguments()).containsExactly(this.id, "allowance", "2014-01-01");
			});
		assertThat(inForce(published, "2013-05-01").version()).isEqualTo("2013-01-01");
	}

	/** Earlier programs compared years with months; nobody's payment stops for that. */
	@Test
	void aVersionPublishedWithMixedUnitsGoesOnAndADraftLikeItIsRefused() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00");
		Path path = this.directory.resolve(this.id + "/allowance/2013-01-01");
		Path policy = path.resolve("policy.yaml");
		Files.writeString(policy, Files.readString(policy).replace("unit: years", "unit: months"));
		RulesDirectory directory = new RulesDirectory(this.directory);
		PolicyCatalogue refused = importAll();
		assertThat(version(refused, "2013-01-01")).isEmpty();
		assertThat(this.report.findings()).anyMatch((one) -> one.message().contains("WRONG_UNIT"));
		PolicyFiles files = new PolicyFiles(this.id, "allowance", "2013-01-01", directory.files(path));
		this.writer.publish(files, this.compiler.header(files), Instant.EPOCH, 0);
		refused.refresh();
		assertThat(inForce(refused, "2013-05-01").version()).isEqualTo("2013-01-01");
		assertThat(this.compiler.words(files, Over.CLAIMS, Subject.PERSON)).contains("Applicant.ageOnLastDay");
	}

	@Test
	void aVersionThatWasDroppedIsLoadedAgainAndAnswersAlike() throws Exception {
		this.rules.version(this.id + "/allowance/2013-01-01", "100.00")
			.version(this.id + "/allowance/2014-01-01", "120.00");
		PolicyCatalogue published = importAll();
		Program program = published.book(this.id, NOW).programs().get(0);
		CompiledPolicies one = new CompiledPolicies(this.store, this.compiler, this.classes, this.report, 1);
		PublishedVersion old = version(published, "2013-01-01").orElseThrow();
		CompiledPolicy first = one.get(old, program, Standards.NONE);
		assertThat(one.get(old, program, Standards.NONE)).isSameAs(first);
		CompiledPolicy again = first;
		for (int i = 0; i < 200 && again == first; i++) {
			one.get(version(published, "2014-01-01").orElseThrow(), program, Standards.NONE);
			Thread.sleep(20);
			again = one.get(old, program, Standards.NONE);
		}
		assertThat(again).isNotSameAs(first);
		assertThat(again.digest()).isEqualTo(first.digest());
		assertThat(again.header()).isEqualTo(first.header());
	}

	private PolicyCatalogue importAll() throws IOException {
		RulesDirectory directory = new RulesDirectory(this.directory);
		FactFilesImport facts = new FactFilesImport(this.directory.resolve("facts"), this.dictionary, this.checks,
				this.publishing, this.report);
		new RulesImport(directory, facts, new OwnerImport(directory, this.store, this.writer, this.report),
				new StandardsImport(this.standards, this.standardsCheck, this.standardsPublishing, this.report),
				new VersionImport(this.store, this.writer, this.compiler, this.dictionary, this.classes, this.report,
						this.clock),
				this.report)
			.run();
		PolicyCatalogue catalogue = new PolicyCatalogue(this.store,
				new CompiledPolicies(this.store, this.compiler, this.classes, this.report), this.dictionary);
		catalogue.refresh();
		return catalogue;
	}

	private Optional<PublishedVersion> version(PolicyCatalogue catalogue, String name) {
		return catalogue.current().version(new VersionId(this.id, "allowance", name));
	}

	private CompiledPolicy inForce(PolicyCatalogue catalogue, String day) {
		PolicyBook book = catalogue.book(this.id, NOW);
		return Objects.requireNonNull(book.inForce("allowance", LocalDate.parse(day)));
	}

}
