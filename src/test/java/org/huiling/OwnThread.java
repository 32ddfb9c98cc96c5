package org.huiling;

import java.util.concurrent.Executor;

/**
 * Does each thing on a thread of its own: of the common pool's there may be one alone,
 * where two who wait for each other wait for ever.
 */
public final class OwnThread implements Executor {

	@Override
	public void execute(Runnable task) {
		new Thread(task, "beside the test").start();
	}

}
