-- DuckDB: the store as one view, which the questions beside this file ask. Put your own folder in the place of `store`:
--
--     duckdb -c ".read docs/nation/facts.sql" -c ".read docs/nation/counted.sql" -c ".read docs/nation/three-public.sql"
CREATE OR REPLACE VIEW facts AS
SELECT *
FROM read_parquet('store/*/*/*.parquet', hive_partitioning = true, hive_types = {'region': VARCHAR, 'year': INTEGER});
