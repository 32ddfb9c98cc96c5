package org.huiling.command;

import java.sql.Connection;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.huiling.applicant.lookupturn.PeopleFoundAnew;
import org.huiling.audit.AuditAction;
import org.huiling.audit.OperatedTrail;
import org.huiling.audit.OperatedTrail.TurnedTrail;
import org.huiling.command.service.ServiceSettings;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.Output;
import org.huiling.engine.files.FactFiles;
import org.huiling.protection.LookupTurn;
import org.huiling.storage.SchemaVersions;
import picocli.CommandLine.Command;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code turn-keys}: goes on under a new audit key and a new look-up key, while no
 * service runs. Exit code 0 when nothing is left to turn, 2 when the call is wrong or
 * refused, 3 when the database cannot be read or written.
 */
@Command
final class TurnKeysCommand extends DatabaseCommand {

	private static final int BATCH = 500;

	private static final int TRIES = 10;

	private static final long PAUSE = 200;

	private static final String OTHERS = "select count(*) from pg_stat_activity where datname = current_database()"
			+ " and usename is not null and coalesce(backend_type, 'client backend') = 'client backend'"
			+ " and pid <> pg_backend_pid() and pid <> ?";

	/** Held while keys are turned: one at a time. */
	private static final long ALONE = 0x7475726e;

	TurnKeysCommand(Output output) {
		super(output);
	}

	@Override
	public Integer call() {
		ServiceSettings given = settings();
		return given.with(false, (database) -> alone(given.environment(), database.dataSource()));
	}

	private int alone(Environment environment, DataSource database) throws Exception {
		try (Connection connection = database.getConnection()) {
			JdbcClient holder = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			if (!holder.sql("select pg_try_advisory_lock(?)").param(ALONE).query(Boolean.class).single()) {
				throw new CommandFailure(CommandFailure.REFUSED, "Keys of this database are being turned already.");
			}
			return turn(environment, database, holder.sql("select pg_backend_pid()").query(Integer.class).single());
		}
	}

	private int turn(Environment environment, DataSource database, int holder) throws Exception {
		JdbcClient jdbc = JdbcClient.create(database);
		requireThisSchema(database);
		OperatedTrail trail;
		Optional<LookupTurn> lookup;
		boolean chain;
		try {
			trail = new OperatedTrail(environment, database);
			lookup = LookupTurn.of(environment, jdbc);
			chain = trail.isToBeTurned();
		}
		catch (IllegalStateException ex) {
			throw new CommandFailure(CommandFailure.REFUSED, String.valueOf(ex.getMessage()));
		}
		lookup.ifPresent(LookupTurn::begin);
		long others = (chain || lookup.isPresent()) ? others(jdbc, holder) : 0;
		if (others > 0) {
			lookup.ifPresent(LookupTurn::refuse);
			throw new CommandFailure(CommandFailure.REFUSED, others
					+ " others are connected to the database. Stop every instance of the service, and whatever else reads the"
					+ " database; nothing was turned.");
		}
		TurnedTrail turned = trail.turnKey();
		if (turned != null) {
			tell(turned);
		}
		lookup.ifPresent((one) -> people(one, database, trail));
		if (turned == null && lookup.isEmpty()) {
			output().out().println("Nothing is to be turned: the database is of the keys that are configured.");
		}
		return 0;
	}

	private void tell(TurnedTrail turned) {
		output().out()
			.println("audit key: turned; event " + turned.event() + " says so. Keep the key before it in"
					+ " huiling.audit-keys-before: what was recorded under it is verified with it. Keep the event's hash"
					+ " elsewhere, it shows whether the trail was set back: " + turned.hash());
		if (!turned.intact()) {
			output().out()
				.println("audit key: what was recorded before was NOT as it had been written; the verification of the"
						+ " service says where. Tell the auditor.");
		}
	}

	private void people(LookupTurn turn, DataSource database, OperatedTrail trail) {
		long people = new PeopleFoundAnew(turn, database, FactFiles.shipped().dictionary(),
				(line) -> output().err().println(line), BATCH)
			.run((done) -> trail.record(AuditAction.LOOKUP_KEY_TURNED, Map.of("people", done)));
		output().out()
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
	private static long others(JdbcClient jdbc, int holder) throws InterruptedException {
		long others = jdbc.sql(OTHERS).param(holder).query(Long.class).single();
		for (int i = 0; i < TRIES && others > 0; i++) {
			Thread.sleep(PAUSE);
			others = jdbc.sql(OTHERS).param(holder).query(Long.class).single();
		}
		return others;
	}

}
