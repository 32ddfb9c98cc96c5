package org.huiling.policy.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people who do something at once. */
final class Together {

	private Together() {
	}

	static <T> List<T> of(Callable<T> one, Callable<T> other) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(2);
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<T>> results = new ArrayList<>();
			for (Callable<T> each : List.of(one, other)) {
				results.add(executor.submit(() -> {
					start.await();
					return each.call();
				}));
			}
			start.countDown();
			return List.of(results.get(0).get(), results.get(1).get());
		}
		finally {
			executor.shutdownNow();
		}
	}

}
