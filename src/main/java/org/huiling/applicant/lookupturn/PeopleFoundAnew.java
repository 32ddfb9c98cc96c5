package org.huiling.applicant.lookupturn;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.SealedIdentity;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.protection.LookupTurn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the hashes by which people are found anew from their sealed names and ids, under
 * another look-up key, while no service runs. Each transaction does some hundred people
 * and notes the last of them.
 */
public final class PeopleFoundAnew {

	private static final int TOLD = 100_000;

	private final LookupTurn turn;

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final PersonHashes hashes;

	private final TransactionTemplate transaction;

	private final Consumer<String> progress;

	private final int batch;

	/**
	 * People of a database.
	 * @param turn to the new key
	 * @param database theirs
	 * @param dictionary what comes with the program; names and ids are declared by all
	 * @param progress told how far it is
	 * @param batch how many people are done at once
	 */
	public PeopleFoundAnew(LookupTurn turn, DataSource database, Dictionary dictionary, Consumer<String> progress,
			int batch) {
		DictionaryInForce declared = new DictionaryInForce(dictionary);
		this.turn = turn;
		this.jdbc = JdbcClient.create(database);
		this.store = new PersonStore(this.jdbc, new SealedIdentity(turn.seal(), declared), declared);
		this.hashes = new PersonHashes(turn.hash());
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
		this.progress = progress;
		this.batch = batch;
	}

	/**
	 * Does all of them who are left. What a list that was only looked at would change is
	 * forgotten, as it is after a day: it names people by the key before.
	 * @param ended what else belongs to the end, in its transaction; takes how many
	 * people were done in this call
	 * @return how many people were done
	 */
	public long run(LongConsumer ended) {
		this.jdbc.sql("delete from applicant_import_change").update();
		long people = 0;
		UUID last = this.turn.upTo();
		for (List<UUID> done = batch(last); !done.isEmpty(); done = batch(last)) {
			last = done.get(done.size() - 1);
			people += done.size();
			if (people % TOLD < this.batch) {
				this.progress.accept(people + " people are found by the new key");
			}
		}
		long all = people;
		this.transaction.executeWithoutResult((status) -> {
			this.turn.end();
			ended.accept(all);
		});
		return people;
	}

	private List<UUID> batch(UUID after) {
		List<UUID> done = this.transaction.execute((status) -> {
			List<UUID> people = this.store.hashed(after, this.batch);
			this.store.histories(people, true).forEach((id, history) -> {
				if (!history.isEmpty()) {
					this.store.update(id, 0, this.hashes.of(history.last()));
				}
			});
			if (!people.isEmpty()) {
				this.turn.advance(people.get(people.size() - 1));
			}
			return people;
		});
		return (done != null) ? done : List.of();
	}

}
