-- DuckDB: the same rows in few large files, a folder for each year, sorted so that a question reads only what it is about. A store of
-- many small files is right for writing and slow for asking; this is for asking, and is made anew from time to time.
COPY (SELECT * FROM facts ORDER BY year, region, document, ordinal)
TO 'compact' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year), OVERWRITE_OR_IGNORE true);
