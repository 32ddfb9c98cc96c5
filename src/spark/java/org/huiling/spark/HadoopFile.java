package org.huiling.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.huiling.peoplelist.ListFile;

/**
 * A file of people that every machine of the cluster reaches.
 *
 * @param configuration says where file systems are
 * @param path its place
 */
record HadoopFile(Configuration configuration, String path) implements ListFile {

	@Override
	public InputStream open(long from) throws IOException {
		Path place = new Path(this.path);
		FSDataInputStream stream = place.getFileSystem(this.configuration).open(place);
		stream.seek(from);
		return stream;
	}

	/** The name without where it lies. */
	static String name(String path) {
		return new Path(path).getName();
	}

	/**
	 * The files of a list.
	 * @param people a file, a directory or a pattern
	 * @return in the order of their names, without hidden ones
	 */
	static List<String> of(String people, Configuration configuration) throws IOException {
		Path given = new Path(people);
		FileSystem files = given.getFileSystem(configuration);
		FileStatus[] found = files.globStatus(given);
		List<String> all = new ArrayList<>();
		for (FileStatus one : (found != null) ? found : new FileStatus[0]) {
			if (one.isDirectory()) {
				Arrays.stream(files.listStatus(one.getPath()))
					.filter((inside) -> inside.isFile() && !isHidden(inside.getPath()))
					.forEach((inside) -> all.add(inside.getPath().toString()));
			}
			else {
				all.add(one.getPath().toString());
			}
		}
		return all.stream().sorted().toList();
	}

	private static boolean isHidden(Path path) {
		return path.getName().startsWith("_") || path.getName().startsWith(".");
	}

}
