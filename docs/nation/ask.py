"""Asks a store questions by Spark SQL: the same files of SQL that DuckDB is asked with.

    spark-submit docs/nation/ask.py STORE docs/nation/three-public.sql [MORE.sql …]
"""

import os
import sys

# The columns of the folders' names, whose types Spark would guess: a region that is called 01 is no number.
FOLDERS = "region string, year int"
# The view that says which documents sums count.
COUNTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counted.sql")


def facts(spark, store):
    """Makes the store the views that the questions ask."""
    rows = spark.read.option("recursiveFileLookup", "false").parquet(store).schema
    types = {name: kind for name, kind in (column.split() for column in FOLDERS.split(", "))}
    columns = [f"`{field.name}` {types.get(field.name, field.dataType.simpleString())}" for field in rows]
    spark.read.schema(", ".join(columns)).parquet(store).createOrReplaceTempView("facts")
    ask(spark, COUNTED)


def ask(spark, path):
    """The rows that answer the question in a file."""
    with open(path, encoding="utf-8") as question:
        return spark.sql(question.read())


def main(store, *questions):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("budget-lens").getOrCreate()
    facts(spark, store)
    for path in questions:
        print(path)
        ask(spark, path).show(50, truncate=False)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
