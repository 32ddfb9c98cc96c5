package org.huiling.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.huiling.TestAccounts;

/**
 * Sends one request over and over on some kept connections, from a process of its own.
 */
final class LoadGenerator {

	/** The first password of the service's accounts. */
	static final String PASSWORD = "bench-password";

	private static final int CONNECTIONS = 8;

	private static final int SECONDS = 8;

	private LoadGenerator() {
	}

	/**
	 * What came of it.
	 *
	 * @param perSecond answers a second
	 * @param percentile99 milliseconds within which 99 of 100 answers came
	 */
	record Figures(double perSecond, double percentile99) {
	}

	static Figures start(String port, String path, Path body) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(StartBenchmark.java(), "-cp", System.getProperty("java.class.path"),
				LoadGenerator.class.getName(), port, path, body.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
			.split(" ");
		if (process.waitFor() != 0) {
			throw new IOException("the load failed");
		}
		return new Figures(Double.parseDouble(printed[0]), Double.parseDouble(printed[1]));
	}

	public static void main(String[] arguments) throws Exception {
		byte[] body = Files.readAllBytes(Path.of(arguments[2]));
		byte[] request = join(("POST " + arguments[1] + " HTTP/1.1\r\nHost: localhost\r\n" + "Authorization: "
				+ TestAccounts.basic("caseworker", PASSWORD) + "\r\n"
				+ "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII), body);
		List<long[]> taken = new ArrayList<>();
		List<Thread> threads = new ArrayList<>();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		for (int i = 0; i < CONNECTIONS; i++) {
			Thread thread = new Thread(() -> {
				long[] nanos = send(Integer.parseInt(arguments[0]), request, end);
				synchronized (taken) {
					taken.add(nanos);
				}
			});
			thread.start();
			threads.add(thread);
		}
		for (Thread thread : threads) {
			thread.join();
		}
		long[] all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
		if (taken.size() < CONNECTIONS || all.length == 0) {
			System.exit(1);
		}
		System.out.println((all.length / (double) SECONDS) + " " + all[(int) (all.length * 0.99)] / 1e6);
	}

	private static byte[] join(byte[] head, byte[] body) {
		byte[] all = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, all, head.length, body.length);
		return all;
	}

	private static long[] send(int port, byte[] request, long end) {
		long[] nanos = new long[1 << 20];
		int count = 0;
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setTcpNoDelay(true);
			OutputStream out = socket.getOutputStream();
			InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
			while (System.nanoTime() < end && count < nanos.length) {
				long from = System.nanoTime();
				out.write(request);
				out.flush();
				readAnswer(in);
				nanos[count++] = System.nanoTime() - from;
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return Arrays.copyOf(nanos, count);
	}

	private static void readAnswer(InputStream in) throws IOException {
		String status = line(in);
		if (!status.startsWith("HTTP/1.1 200")) {
			throw new IOException(status);
		}
		int length = -1;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(line.substring(15).strip());
			}
		}
		if (length < 0) {
			throw new IOException("no content length");
		}
		in.skipNBytes(length);
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new IOException("closed");
			}
			if (c != '\r') {
				line.append((char) c);
			}
		}
		return line.toString();
	}

}
