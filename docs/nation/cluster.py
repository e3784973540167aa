"""Fills a store from official files on a cluster: imports, checks and writes the rows of each, by budget-lens itself.

    spark-submit docs/nation/cluster.py OFFICIAL BUDGETS STORE REPORT

OFFICIAL  folder of official files, one folder a region: OFFICIAL/山西省朔州市/预算公开.pdf
BUDGETS   where each becomes a budget (JSON), STORE where its rows go: folders that every worker writes to
REPORT    what came of each file (Parquet), and REPORT/failed.csv, the files that failed every time

Every worker has budget-lens on its PATH, or where BUDGET_LENS says. The bytes of a file go into the program's standard input and come
back out of its standard output, so that official files may lie wherever Spark can read, and workers need no room for them. A file that
fails is tried again; one that fails every time is listed and stops nothing. Whoever runs it again changes nothing in the store.
"""

import csv
import hashlib
import json
import os
import subprocess
import sys
import time
from urllib.parse import unquote

PROGRAM = os.environ.get("BUDGET_LENS", "budget-lens")
TRIES = 3
SECONDS = 120  # the program gives up after 60 by itself
UNREAD = 1  # import: something was not understood; check: something does not agree

SCHEMA = "path string, document string, mismatch long, rounding long, holds long, unchecked long, seconds double, failed string"


def region(path):
    """The name of the folder that a file lies in."""
    return unquote(os.path.basename(os.path.dirname(path)))


def run(arguments, given, fine):
    """What the program prints of what it is given."""
    done = subprocess.run([PROGRAM, *arguments], input=given, capture_output=True, timeout=SECONDS)
    if done.returncode not in fine:
        raise RuntimeError(done.stderr.decode(errors="replace").strip() or f"{arguments[0]} ended with {done.returncode}")
    return done.stdout


def one(path, content, budgets, store):
    """Imports a file, checks it and writes its rows; returns the digest of the budget and the counts of the checks."""
    budget = run(["import", "-", "-o", "-", "--region", region(path)], content, (0, UNREAD))
    digest = hashlib.sha256(budget).hexdigest()
    part = os.path.join(budgets, f".{digest}.{os.getpid()}.part")
    with open(part, "wb") as out:
        out.write(budget)
    os.replace(part, os.path.join(budgets, f"{digest}.json"))
    counts = json.loads(run(["check", "--json", "-"], budget, (0, UNREAD)))["counts"]
    run(["facts", "-", "-o", store], budget, (0,))
    return digest, counts


def tried(path, attempt, tries=TRIES, wait=time.sleep):
    """Tries a file several times; why it failed the last time, if it did."""
    start, why = time.monotonic(), None
    for number in range(tries):
        try:
            digest, counts = attempt()
            found = [counts[verdict] for verdict in ("mismatch", "rounding", "holds", "unchecked")]
            return (path, digest, *found, time.monotonic() - start, None)
        except (OSError, RuntimeError, ValueError, KeyError, subprocess.SubprocessError) as error:
            why = str(error)
            if number + 1 < tries:
                wait(0.1 * 2**number)
    return (path, None, None, None, None, None, time.monotonic() - start, why)


def work(budgets, store):
    """What a worker does with the files of a partition, one after the other."""

    def of(rows):
        for row in rows:
            yield tried(row.path, lambda row=row: one(row.path, bytes(row.content), budgets, store))

    return of


def list_failed(failed, out):
    """Writes the files that failed and why, as a table that spreadsheets read."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("path", "failed"))
    table.writerows((unquote(path), " ".join(why.split())) for path, why in failed)


def main(official, budgets, store, report):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("budget-lens").getOrCreate()
    for folder in (budgets, store, report):
        os.makedirs(folder, exist_ok=True)
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(official).select("path", "content")
    # Small partitions: a worker that dies takes little with it, and Spark gives that to another.
    parts = max(files.rdd.getNumPartitions(), 4 * spark.sparkContext.defaultParallelism)
    came = files.repartition(parts).rdd.mapPartitions(work(budgets, store))
    result = spark.createDataFrame(came, SCHEMA)
    result.write.mode("overwrite").parquet(os.path.join(report, "files"))
    result = spark.read.parquet(os.path.join(report, "files"))
    failed = result.where("failed IS NOT NULL").orderBy("path").collect()
    with open(os.path.join(report, "failed.csv"), "w", encoding="utf-8", newline="") as out:
        list_failed([(row.path, row.failed) for row in failed], out)
    print(f"{result.count()} files, {len(failed)} of them failed: {os.path.join(report, 'failed.csv')}")
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
