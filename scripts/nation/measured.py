"""What was measured, and what that makes of a million documents."""

import datetime
import os
import platform
import resource
import subprocess
import time

BEGIN, END = "<!-- make nation WRITE=1 writes this -->", "<!-- end of what it writes -->"
MILLION = 1_000_000


class Run:
    """How long a command took, by the clock and by the processors, and the most memory that it had."""

    def __init__(self, seconds, cpu, megabytes):
        self.seconds, self.cpu, self.megabytes = seconds, cpu, megabytes


def command(arguments, fine):
    """Runs a command whose exit status has to be one of these."""
    start = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in fine, f"{arguments[:2]} ended with {process.returncode}"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.monotonic() - start, cpu, usage.ru_maxrss / 1024)


def hours(cpu_each, cores):
    """How many hours a million documents take that take so many seconds of a core each."""
    return cpu_each * MILLION / cores / 3600


def span(hours_):
    """A time as people say it."""
    for unit, factor in (("h", 1), ("min", 60)):
        if hours_ * factor >= 2:
            return f"{told(hours_ * factor)} {unit}"
    return f"{told(hours_ * 3600)} s"


def told(number):
    """A number with as many places as anybody wants."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def page(times):
    """The tables of docs/nation.md."""
    facts, again, official = times["facts"], times["again"], times["official"]
    each, each_official = facts.cpu / times["budgets"], official.cpu / times["files"]
    small, large, spark = times["duckdb"], times["duckdb_compact"], times["spark"]
    store, compact = times["store_bytes"] / times["documents"], times["compact_bytes"] / times["documents"]
    rows = times["rows"] / times["documents"]
    cores, load = os.cpu_count(), os.getloadavg()[0]
    lines = [
        BEGIN, "",
        f"{datetime.date.today()}, {cores} × {processor()}, Python {platform.python_version()}; load of the machine {load:.1f}, since "
        "it had other work. What counts is the time of the processors.", "",
        f"| {times['documents']:,} documents, {times['rows']:,} rows | |", "| --- | ---: |",
        f"| `facts` of {times['budgets']:,} budgets: documents a second and core | {told(1 / each)} |",
        f"| the same by the clock, all {cores} cores: documents a second | {told(times['budgets'] / facts.seconds)} |",
        f"| memory of the whole command | {told(facts.megabytes)} MB |",
        f"| once more, where all is there: documents a second and core | {told(times['budgets'] / again.cpu)} |",
        f"| `facts` of {times['files']:,} official files, a process each: documents a second and core | {told(1 / each_official)} |",
        f"| import, check and facts of them on Spark (`{times['master']}`), its start included: seconds by the clock | {told(times['cluster'])} |",
        f"| of these files damaged, and listed as failed | {times['damaged']} |",
        f"| rows a document | {told(rows)} |",
        f"| bytes a document: budget as JSON, rows, rows in the compact store | {told(times['json'])}, {told(store)}, {told(compact)} |",
        f"| making the compact store (DuckDB): seconds, memory | {told(times['compact'].seconds)}, {told(times['compact'].megabytes)} MB |",
        f"| `check --json` of all, and plain sums over it: seconds | {told(times['check'])} |", "",
        "| seconds a question | DuckDB, store | DuckDB, compact store | Spark SQL, store |", "| --- | ---: | ---: | ---: |",
        *(f"| `{name}.sql` | {told(small[name])} | {told(large[name])} | {told(spark[name])} |" for name in spark if name != "all"), "",
        "| a million documents | one machine of 2 cores | fifty of 2 cores |", "| --- | ---: | ---: |",
        f"| `facts` of budgets | {span(hours(each, 2))} | {span(hours(each, 100))} |",
        f"| `facts` of official files like these | {span(hours(each_official, 2))} | {span(hours(each_official, 100))} |",
        f"| memory of `facts` on each | {told(facts.megabytes)} MB | {told(facts.megabytes)} MB |",
        f"| rows | {told(rows * MILLION / 1e6)} million | the same |",
        f"| GB of budgets, of the store, of the compact store | {told(times['json'] / 1e3)}, {told(store / 1e3)}, {told(compact / 1e3)} | the same |",
        f"| the compact store, by one DuckDB | {span(times['compact'].seconds / times['documents'] * MILLION / 3600)} | the same |", "",
        END,
    ]  # fmt: skip
    return "\n".join(lines)


def processor():
    """What the processor calls itself."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":")[1].split("@")[0].strip() for line in file if line.startswith("model name")]
        return names[0] if names else platform.machine()
    except OSError:
        return platform.machine()


def write(path, text):
    """Puts the tables into their place in the page."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    head, found, rest = page.partition(BEGIN)
    assert found and END in rest, f"{path} has no place for the numbers"
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + text + rest.partition(END)[2])
