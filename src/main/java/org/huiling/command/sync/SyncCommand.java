package org.huiling.command.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.huiling.command.service.ServiceAddress;
import org.huiling.command.service.ServiceClient;
import org.huiling.command.sync.SyncItem.State;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.Unreadable;
import org.huiling.engine.Bilingual;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.policy.CheckJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code sync}: shows what differs between a rules directory, its fact files among it,
 * and a running service. {@code --pull} writes what only the service has into the
 * directory, {@code --push} drafts what only the directory has, for others to approve;
 * neither ever rewrites what is published. The account comes from {@code HUILING_USER}
 * and {@code HUILING_PASSWORD}. Exit code 0 when both are in step, 1 when something is on
 * one side only, 2 when the call is wrong or refused, 3 when the service cannot be
 * reached, 4 when a directory differs from what was published under its name or cannot be
 * read.
 */
@Command
public final class SyncCommand implements Callable<Integer> {

	private static final int ONE_SIDED = 1;

	private static final int REFUSED = 4;

	private static final Bilingual PULL = new Bilingual("只在服务里；--pull 会写进目录",
			"only in the service: --pull writes it here");

	private static final Bilingual PUSH = new Bilingual("只在目录里；--push 会建草稿，由别人审批",
			"only in the directory: --push drafts it, for others to approve");

	private static final Bilingual NOT_YET = new Bilingual("只在目录里；它所更正的版本还没有发布",
			"only in the directory: what it corrects is not published yet");

	private static final Bilingual DRAFTED = new Bilingual("服务里已有草稿，等待审批",
			"drafted in the service, waiting for approval");

	private static final Bilingual WITHDRAWN = new Bilingual("服务已撤回，目录里应当删去",
			"withdrawn in the service: delete the directory");

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	private final Map<String, String> environment;

	private final Locale locale = Locale.getDefault();

	@Mixin
	private final ServiceAddress service = new ServiceAddress();

	@Option(names = "--pull", descriptionKey = "pull")
	private boolean pull;

	@Option(names = "--push", descriptionKey = "push")
	private boolean push;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	@Parameters(paramLabel = "DIRECTORY", arity = "0..1", defaultValue = "rules", descriptionKey = "rules")
	private Path rules = Path.of("rules");

	public SyncCommand(Output output, Map<String, String> environment) {
		this.output = output;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		try {
			SyncTree tree = SyncTree.read(this.rules);
			ServiceClient client = this.service.client(this.environment);
			SyncFacts facts = SyncFacts.read(this.rules, client, this.push);
			int before = Math.max(synchronize(facts), synchronize(SyncStandards.read(this.rules, client, this.push)));
			return Math.max(before, synchronize(tree, SyncService.read(client, this.push), facts, before));
		}
		catch (IOException ex) {
			this.output.err().println(Unreadable.says(ex));
			return CommandFailure.REFUSED;
		}
	}

	/** Facts before the versions that use them. */
	private int synchronize(SyncFacts facts) throws IOException {
		int code = 0;
		for (SyncItem broken : facts.broken()) {
			tell(broken, null);
			code = REFUSED;
		}
		for (SyncItem item : facts.items()) {
			String done = done(item, facts);
			tell(item, done);
			boolean written = item.state() == State.ONLY_THERE && done != null;
			code = Math.max(code, written ? 0 : ONE_SIDED);
		}
		return code;
	}

	/** Standards before the versions that go by them. */
	private int synchronize(SyncStandards standards) throws IOException {
		int code = 0;
		for (SyncItem item : standards.items()) {
			String done = done(item, standards);
			tell(item, done);
			boolean written = item.state() == State.ONLY_THERE && done != null;
			code = Math.max(code, written ? 0 : ONE_SIDED);
		}
		return code;
	}

	private @Nullable String done(SyncItem item, SyncStandards standards) throws IOException {
		if (this.pull && item.state() == State.ONLY_THERE) {
			standards.pull(item);
			return "written";
		}
		boolean differs = item.state() == State.ONLY_HERE || item.state() == State.CHANGED;
		SyncService.Drafted draft = (this.push && differs) ? standards.push(item) : null;
		return (draft != null) ? drafted(draft) : null;
	}

	private @Nullable String done(SyncItem item, SyncFacts facts) throws IOException {
		if (this.pull && item.state() == State.ONLY_THERE) {
			facts.pull(item);
			return "written";
		}
		boolean differs = item.state() == State.ONLY_HERE || item.state() == State.CHANGED;
		SyncService.Drafted draft = (this.push && differs) ? facts.push(item) : null;
		return (draft != null) ? drafted(draft) : null;
	}

	private static String drafted(SyncService.Drafted draft) {
		return "drafted " + draft.id() + (draft.ok() ? ", its check passes" : ", its check FAILS");
	}

	private int synchronize(SyncTree tree, SyncService service, SyncFacts facts, int before) throws IOException {
		int code = 0;
		int same = 0;
		for (SyncItem broken : tree.broken()) {
			tell(broken, null);
			code = REFUSED;
		}
		Set<String> places = new TreeSet<>(tree.versions().keySet());
		places.addAll(service.published().keySet());
		for (String place : places) {
			SyncItem item = compare(place, tree.versions().get(place), service);
			if (item == null) {
				same++;
				continue;
			}
			String done = done(item, tree, service, facts);
			tell(item, done);
			boolean written = item.state() == State.ONLY_THERE && done != null;
			code = Math.max(code, item.state().refused() ? REFUSED : written ? 0 : ONE_SIDED);
		}
		if (this.json) {
			this.output.out()
				.println(CheckJson
					.write(Map.of("same", same, "sameFacts", facts.same(), "inStep", code == 0 && before == 0)));
		}
		else {
			this.output.out()
				.println(new Bilingual(same + " 个版本、" + facts.same() + " 个事实文件一致",
						same + " versions and " + facts.same() + " fact files are the same")
					.in(this.locale));
		}
		return code;
	}

	private static @Nullable SyncItem compare(String place, @Nullable VersionDirectory here, SyncService service)
			throws IOException {
		JsonNode there = service.published().get(place);
		boolean withdrawn = there != null && there.path("withdrawnAt").isString();
		if (here == null) {
			return withdrawn ? null : new SyncItem(place, State.ONLY_THERE, PULL);
		}
		if (there == null) {
			if (service.isDrafted(place)) {
				return new SyncItem(place, State.DRAFTED, DRAFTED);
			}
			return onlyHere(place, here, service);
		}
		if (!there.get("digest").asString().equals(here.files().digest())) {
			String files = String.join(", ", service.differing(place, here));
			return new SyncItem(place, State.DIFFERS, new Bilingual("与已发布的不同（" + files + "），发布过的不能改；改动请另建更正版本",
					"differs from what was published (" + files + "), which never changes: make a correction instead"));
		}
		return withdrawn ? new SyncItem(place, State.WITHDRAWN, WITHDRAWN) : null;
	}

	private static SyncItem onlyHere(String place, VersionDirectory here, SyncService service) {
		Optional<String> owner = service.missingOwner(here);
		if (owner.isEmpty()) {
			return new SyncItem(place, State.ONLY_HERE, service.isNext(here) ? PUSH : NOT_YET);
		}
		if (service.isProposed(owner.get())) {
			return new SyncItem(place, State.PROPOSED,
					new Bilingual("服务里已提议新建 " + owner.get() + "，须由另一位有 POLICY_APPROVER 的账号确认，然后再 --push",
							owner.get() + " is proposed in the service: another account with POLICY_APPROVER has to"
									+ " confirm it, then --push again"));
		}
		return new SyncItem(place, State.ONLY_HERE,
				new Bilingual("只在目录里；服务里还没有 " + owner.get() + "，--push 会提议新建，由别人确认",
						"only in the directory: the service has no " + owner.get()
								+ ", --push proposes it for others to confirm"));
	}

	/** Does what is asked about an item; null if nothing is. */
	private @Nullable String done(SyncItem item, SyncTree tree, SyncService service, SyncFacts facts)
			throws IOException {
		if (this.pull && item.state() == State.ONLY_THERE) {
			service.pull(item.place(), tree);
			return "written";
		}
		VersionDirectory here = tree.versions().get(item.place());
		if (!this.push || item.state() != State.ONLY_HERE || here == null) {
			return null;
		}
		Optional<String> owner = service.missingOwner(here);
		if (owner.isPresent()) {
			return "proposed " + owner.get() + " (" + service.propose(here, owner.get())
					+ "): another account with POLICY_APPROVER has to confirm it, then --push again";
		}
		if (service.isNext(here)) {
			return drafted(service.push(here, facts.needs()));
		}
		return null;
	}

	private void tell(SyncItem item, @Nullable String done) {
		if (this.json) {
			Map<String, @Nullable Object> line = new LinkedHashMap<>();
			line.put("place", item.place());
			line.put("state", item.state());
			line.put("message", item.message().in(this.locale));
			line.put("done", done);
			this.output.out().println(CheckJson.write(line));
			return;
		}
		this.output.out().println(item.place() + ": " + ((done != null) ? done : item.message().in(this.locale)));
	}

}
