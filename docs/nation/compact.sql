-- DuckDB: the same rows in few large files, a folder for each year, in which documents lie by region. A store of many small files is
-- right for writing and slow for asking; this is for asking, and is made anew from time to time. It sorts nothing, for the store's files
-- are in order, so that memory does not bound it: with `SET memory_limit = '1GB'` before it, it takes no more.
COPY (SELECT * FROM facts)
TO 'compact' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year), OVERWRITE_OR_IGNORE true);
