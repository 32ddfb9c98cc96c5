package org.huiling.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.huiling.applicant.lookupturn.PeopleFoundAnew;
import org.huiling.audit.AuditAction;
import org.huiling.audit.OperatedTrail;
import org.huiling.engine.FactFiles;
import org.huiling.protection.LookupTurn;
import org.huiling.storage.SchemaVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code turn-keys}: goes on under a new audit key and a new look-up key, while no
 * service runs. Exit code 0 when nothing is left to turn, 2 when the call is wrong or
 * refused, 3 when the database cannot be read or written.
 */
@Command
final class TurnKeysCommand implements Callable<Integer> {

	private static final int BATCH = 500;

	private static final int TRIES = 10;

	private static final long PAUSE = 200;

	private static final String OTHERS = "select count(*) from pg_stat_activity where datname = current_database()"
			+ " and usename is not null and coalesce(backend_type, 'client backend') = 'client backend'"
			+ " and pid <> pg_backend_pid()";

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	@Unmatched
	private List<String> settings = new ArrayList<>();

	TurnKeysCommand(Output output) {
		this.output = output;
	}

	@Override
	public Integer call() {
		ServiceSettings given = new ServiceSettings(this.settings);
		return given.with(false, (database) -> turn(given.environment(), database.dataSource()));
	}

	private int turn(Environment environment, DataSource database) throws Exception {
		JdbcClient jdbc = JdbcClient.create(database);
		requireThisSchema(database);
		OperatedTrail trail = new OperatedTrail(environment, database);
		Optional<LookupTurn> lookup;
		boolean chain;
		try {
			lookup = LookupTurn.of(environment, jdbc);
			chain = trail.isToBeTurned();
		}
		catch (IllegalStateException ex) {
			throw new CommandFailure(CommandFailure.REFUSED, String.valueOf(ex.getMessage()));
		}
		lookup.ifPresent(LookupTurn::begin);
		long others = (chain || lookup.isPresent()) ? others(jdbc) : 0;
		if (others > 0) {
			lookup.ifPresent(LookupTurn::refuse);
			throw new CommandFailure(CommandFailure.REFUSED, others
					+ " others are connected to the database. Stop every instance of the service, and whatever else reads the"
					+ " database; nothing was turned.");
		}
		OptionalLong event = trail.turnKey();
		event.ifPresent((number) -> this.output.out()
			.println("audit key: turned; event " + number + " says so. Keep the key before it in"
					+ " huiling.audit-keys-before: what was recorded under it is verified with it."));
		lookup.ifPresent((one) -> people(one, database, trail));
		if (event.isEmpty() && lookup.isEmpty()) {
			this.output.out().println("Nothing is to be turned: the database is of the keys that are configured.");
		}
		return 0;
	}

	private void people(LookupTurn turn, DataSource database, OperatedTrail trail) {
		long people = new PeopleFoundAnew(turn, database, FactFiles.shipped().dictionary(),
				(line) -> this.output.err().println(line), BATCH)
			.run((done) -> trail.record(AuditAction.LOOKUP_KEY_TURNED, Map.of("people", done)));
		this.output.out()
			.println("look-up key: turned; " + people + " people are found by it. Keep the key before it in"
					+ " huiling.keys.lookup-before for a month: calls that were made under it may be repeated.");
	}

	private static void requireThisSchema(DataSource database) {
		SchemaVersions versions = SchemaVersions
			.of(Flyway.configure().dataSource(database).locations("classpath:db/migration").load());
		if (versions.found() == null || versions.failed() || !versions.found().equals(versions.known())) {
			throw new CommandFailure(CommandFailure.REFUSED,
					"The database has another schema than this service: " + versions.found() + ", not "
							+ versions.known()
							+ ". Start the service once with the keys as they were, stop it, and turn them then.");
		}
	}

	/** How many are connected; those who are just leaving are waited for. */
	private static long others(JdbcClient jdbc) throws InterruptedException {
		long others = jdbc.sql(OTHERS).query(Long.class).single();
		for (int i = 0; i < TRIES && others > 0; i++) {
			Thread.sleep(PAUSE);
			others = jdbc.sql(OTHERS).query(Long.class).single();
		}
		return others;
	}

}
