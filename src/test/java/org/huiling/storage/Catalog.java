package org.huiling.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the catalogue of a database says of the schema, and the rows that it
 * begins with, as sorted lines of text. Left out is what differs between any two
 * databases: numbers of objects, instants, and the history of migrations.
 */
record Catalog(Map<String, List<String>> lines) {

	private static final String OURS = " = 'public'::regnamespace and c.relname not like 'flyway%' ";

	private static final Map<String, String> QUERIES = queries();

	private static Map<String, String> queries() {
		Map<String, String> queries = new LinkedHashMap<>();
		queries.put("relations",
				"""
						select c.relname, c.relkind, c.relpersistence, c.reloptions, c.relacl, c.relowner::regrole,
							c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.reltablespace, am.amname,
							(select count(*) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
						from pg_class c left join pg_am am on am.oid = c.relam where c.relnamespace"""
						+ OURS);
		queries.put("columns", """
				select c.relname, row_number() over (partition by c.oid order by a.attnum), a.attname,
					format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attstorage,
					a.attcompression, a.attstattarget, a.attacl, a.attoptions, l.collname,
					pg_get_expr(d.adbin, d.adrelid)
				from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
				left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
				left join pg_collation l on l.oid = a.attcollation where c.relnamespace""" + OURS);
		queries.put("constraints", """
				select c.relname, k.conname, k.contype, pg_get_constraintdef(k.oid), k.convalidated, k.conenforced,
					k.condeferrable, k.condeferred, k.conindid::regclass
				from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace""" + OURS);
		queries.put("indexes", """
				select c.relname, pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready, i.indisclustered,
					i.indisreplident from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace"""
				+ OURS);
		queries.put("triggers", """
				select c.relname, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled
				from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace"""
				+ OURS);
		queries.put("views and rules", """
				select c.relname, r.rulename, pg_get_ruledef(r.oid), r.ev_enabled
				from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relnamespace""" + OURS);
		queries.put("functions", """
				select p.oid::regprocedure, pg_get_functiondef(p.oid), p.proacl, p.proowner::regrole
				from pg_proc p where p.pronamespace = 'public'::regnamespace""");
		queries.put("sequences", """
				select s.sequencename, s.data_type, s.start_value, s.min_value, s.max_value, s.increment_by, s.cycle,
					s.cache_size, s.last_value, (select d.refobjid::regclass || '.' || a.attname
						from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
						where d.objid = (quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename))::regclass
						and d.deptype in ('a', 'i') and d.classid = 'pg_class'::regclass)
				from pg_sequences s where s.schemaname = 'public'""");
		queries.put("types", """
				select t.typname, t.typtype, t.typacl from pg_type t where t.typnamespace = 'public'::regnamespace
				and t.typname not like '%flyway%'""");
		queries.put("comments",
				"""
						select pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description from pg_description d
						where d.objoid >= 16384 and pg_describe_object(d.classoid, d.objoid, d.objsubid) not like '%extension%'""");
		queries.put("privileges", """
				select 'schema', nspname, nspacl, nspowner::regrole from pg_namespace where nspname = 'public'
				union all select 'default', defaclobjtype::text, defaclacl, defaclrole::regrole from pg_default_acl""");
		queries.put("other things", """
				select 'policy', polname::text from pg_policy union all select 'extension', extname from pg_extension
				union all select 'statistics', stxname from pg_statistic_ext
				union all select 'event trigger', evtname from pg_event_trigger
				union all select 'publication', pubname from pg_publication
				union all select 'schema', nspname from pg_namespace where nspname not like 'pg%'""");
		return queries;
	}

	/**
	 * Reads it.
	 * @param connection to the database
	 * @return what it says
	 */
	static Catalog of(Connection connection) throws SQLException {
		Map<String, List<String>> lines = new LinkedHashMap<>();
		for (Map.Entry<String, String> query : QUERIES.entrySet()) {
			lines.put(query.getKey(), lines(connection, query.getValue()));
		}
		List<String> rows = new ArrayList<>();
		for (String table : lines(connection, """
				select c.relname from pg_class c where c.relkind in ('r', 'p') and c.relnamespace""" + OURS)) {
			lines(connection, "select to_jsonb(t) from \"" + table + "\" t").forEach(
					(row) -> rows.add(table + ": " + row.replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"", "an instant")));
		}
		lines.put("rows", rows);
		return new Catalog(lines);
	}

	private static List<String> lines(Connection connection, String query) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			int columns = row.getMetaData().getColumnCount();
			while (row.next()) {
				List<String> values = new ArrayList<>();
				for (int i = 1; i <= columns; i++) {
					values.add(String.valueOf(row.getString(i)));
				}
				lines.add(String.join(" | ", values));
			}
		}
		lines.sort(null);
		return lines;
	}

}
