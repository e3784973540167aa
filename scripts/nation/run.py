"""What `make nation` does once engines and program are there; scripts/nation/run.sh calls it."""

import csv
import glob
import json
import os
import shutil
import subprocess
import sys
import time

import answers
import measured

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(ROOT, "docs", "nation")
QUESTIONS = ["three-public", "contradictions", "projects", "rounding", "verdicts"]
# Two workers of one core each, as a cluster has them, each a process of its own.
MASTER = os.environ.get("MASTER", "local-cluster[2,1,1024]")


def say(text):
    print(f"nation: {text}", flush=True)


def odd_regions(program, path, work):
    """Writes the rows of a budget for each of some regions; returns these as engines should read them, in order."""
    regions = [None, "..", "../../a", "01", "100%=a b", "__HIVE_DEFAULT_PARTITION__", "a.", "a\\b:c\u0007 +d", "x%2Fy", "{[^]}\"#*?<>|'", "甲/乙"]
    os.makedirs(work)
    with open(path, encoding="utf-8") as file:
        budget = json.load(file)
    for number, region in enumerate(regions):
        budget["document"]["region"] = region
        with open(os.path.join(work, f"{number}.json"), "w", encoding="utf-8") as file:
            json.dump(budget, file)
    files = sorted(glob.glob(os.path.join(work, "*.json")))
    subprocess.run([program, "facts", "-o", os.path.join(work, "store"), "--", *files], check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(work, "regions.sql"), "w", encoding="utf-8") as file:
        file.write("SELECT DISTINCT region FROM facts ORDER BY region NULLS FIRST")
    return regions


def main(count, is_written):
    work = os.path.join(ROOT, "target", "nation")
    shutil.rmtree(work, ignore_errors=True)
    folder = {name: os.path.join(work, name) for name in ("made", "store", "imported", "report", "compact", "native")}
    program = os.path.join(ROOT, "target", "release", "budget-lens")
    os.environ["BUDGET_LENS"] = program
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"

    say(f"making {count} documents")
    subprocess.run([os.path.join(ROOT, "target", "debug", "examples", "nation"), folder["made"], str(count)], check=True)
    budgets = sorted(glob.glob(os.path.join(folder["made"], "budgets", "*.json")))
    official = sorted(glob.glob(os.path.join(folder["made"], "official", "*", "*")))

    say(f"facts of {len(budgets)} budgets, and of {len(official)} official files")
    times = {"facts": measured.command([program, "facts", "-o", folder["store"], "--", *budgets], (0,))}
    rows = glob.glob(os.path.join(folder["store"], "*", "*", "*.parquet"))
    assert len(rows) == len(budgets), f"{len(rows)} files of rows for {len(budgets)} budgets"
    times["bytes"] = sum(map(os.path.getsize, rows)) / len(rows)
    times["json"] = sum(map(os.path.getsize, budgets)) / len(budgets)
    before = {path: (os.path.getmtime(path), os.stat(path).st_ino) for path in rows}
    times["again"] = measured.command([program, "facts", "-o", folder["store"], "--", *budgets], (0,))
    assert before == {path: (os.path.getmtime(path), os.stat(path).st_ino) for path in before}, "written again, files have changed"
    # One of the official files is damaged.
    times["official"] = measured.command([program, "facts", "-o", folder["native"], "--", *official], (0, 2))

    say(f"the official files once more on {MASTER}")
    start = time.monotonic()
    submit = [os.path.join(os.path.dirname(sys.executable), "spark-submit"), "--master", MASTER, "--conf", "spark.ui.enabled=false"]
    quiet = ["--conf", "spark.log.level=ERROR", "--conf", "spark.ui.showConsoleProgress=false"]
    script = [os.path.join(EXAMPLES, "cluster.py"), os.path.join(folder["made"], "official")]
    with open(os.path.join(work, "spark.log"), "w", encoding="utf-8") as log:
        subprocess.run([*submit, *quiet, *script, folder["imported"], folder["store"], folder["report"]], check=True, stderr=log)
    times["cluster"] = time.monotonic() - start
    with open(os.path.join(folder["report"], "failed.csv"), encoding="utf-8", newline="") as file:
        failed = sorted(os.path.basename(row["path"]) for row in csv.DictReader(file))
    damaged = sorted(os.path.basename(path) for path in official if path.endswith(".pdf"))
    assert failed == damaged, f"failed: {failed}, and damaged are {damaged}"
    imported = sorted(glob.glob(os.path.join(folder["imported"], "*.json")))
    assert len(imported) == len(official) - len(damaged), f"{len(imported)} budgets of {len(official)} official files"

    say("regions whose names no path can have")
    regions = odd_regions(program, budgets[0], os.path.join(work, "odd"))
    question = {"regions": os.path.join(work, "odd", "regions.sql")}
    for engine in (answers.duckdb, lambda *of: answers.spark(*of, EXAMPLES)):
        read = engine(os.path.join(work, "odd", "store"), question)[0].answers["regions"]
        assert [name for (name,) in read] == regions, f"{read}, and not {regions}"

    say("the same questions to DuckDB, to Spark and to the program itself")
    questions = {name: os.path.join(EXAMPLES, f"{name}.sql") for name in QUESTIONS}
    duck, times["duckdb"] = answers.duckdb(folder["store"], questions)
    spark, times["spark"] = answers.spark(folder["store"], questions, EXAMPLES)
    answers.same(duck, spark)
    own, times["check"] = answers.plain_of(program, budgets + imported)
    own.same(duck)
    times["compact"] = answers.compact(folder["store"], folder["compact"], EXAMPLES)
    duck_compact, times["duckdb_compact"] = answers.duckdb(folder["compact"], questions)
    answers.same(duck, duck_compact)
    times["compact_bytes"] = sum(map(os.path.getsize, glob.glob(os.path.join(folder["compact"], "*", "*.parquet"))))
    rows = glob.glob(os.path.join(folder["store"], "*", "*", "*.parquet"))
    times |= {"documents": len(rows), "budgets": len(budgets), "official": times["official"], "files": len(official), "damaged": len(damaged)}
    times |= {"rows": duck.rows, "store_bytes": sum(map(os.path.getsize, rows)), "master": MASTER}
    say(f"{len(rows)} documents, {duck.rows} rows: all answers agree")
    page = measured.page(times)
    print(page)
    if is_written:
        measured.write(os.path.join(ROOT, "docs", "nation.md"), page)


if __name__ == "__main__":
    main(int(sys.argv[1]), "--write" in sys.argv[2:])
