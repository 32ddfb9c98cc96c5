package org.huiling.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param <T> what it lists
 * @param items the page's items
 * @param page its number, from 0
 * @param size the size asked for
 * @param total how many items there are on all pages
 */
public record Listing<T>(List<T> items, int page, int size, long total) {

	public Listing {
		items = List.copyOf(items);
	}

	/**
	 * The page that a query found.
	 * @param <T> what it lists
	 * @param items the page's items
	 * @param paging which page it is
	 * @param total how many items there are on all pages
	 * @return the page
	 */
	public static <T> Listing<T> of(List<T> items, Paging paging, long total) {
		return new Listing<>(items, paging.page(), paging.size(), total);
	}

	/**
	 * Cuts the page out of a list that is wholly in memory.
	 * @param <S> what the list holds
	 * @param <T> what the page shows
	 * @param all the whole list
	 * @param paging which page is wanted
	 * @param view makes an item; called for those of the page only
	 * @return the page, empty past the end
	 */
	public static <S, T> Listing<T> cut(List<S> all, Paging paging, Function<S, T> view) {
		List<T> items = all.stream().skip(paging.offset()).limit(paging.size()).map(view).toList();
		return of(items, paging, all.size());
	}

}
