"""The answers of the engines and of the program itself, and that they are the same."""

import collections
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from decimal import Decimal

import counted
import measured
import plain

COUNTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "nation", "counted.sql")
WORD = "系统运维"  # the word of docs/nation/projects.sql
# What a question groups by at last, and what is asked here instead: document by document.
BY_DOCUMENT = {
    "three-public": ("SELECT\n  regexp_extract", "SELECT document, amount FROM totals WHERE amount IS NOT NULL"),
    "projects": ("SELECT year, count(DISTINCT", "SELECT document, count(*), sum(amount) FROM projects GROUP BY document"),
}


class Answers:
    """The rows that answer each question, and how long each took."""

    def __init__(self, ask, questions):
        self.answers, self.seconds = {}, {}
        for name, path in questions.items():
            with open(path, encoding="utf-8") as file:
                question = file.read()
            start = time.monotonic()
            self.answers[name] = ask(question)
            self.seconds[name] = time.monotonic() - start
            if name in BY_DOCUMENT:
                begins, instead = BY_DOCUMENT[name]
                head, found, _ = question.partition(begins)
                assert found, f"{path} has no {begins!r}"
                self.answers[f"{name} by document"] = sorted(ask(head + instead))
        self.answers["counted"] = ask("SELECT document, why_not FROM counted ORDER BY document")
        self.rows = ask("SELECT count(*) FROM facts")[0][0]


def duckdb(store, questions):
    import duckdb as engine

    connection = engine.connect()
    types = "hive_types = {'region': VARCHAR, 'year': INTEGER}" if "compact" not in os.path.basename(store) else "hive_types = {'year': INTEGER}"
    files = os.path.join(store, "**", "*.parquet")
    start = time.monotonic()
    connection.execute(f"CREATE VIEW facts AS SELECT * FROM read_parquet('{files}', hive_partitioning = true, {types})")
    with open(COUNTED, encoding="utf-8") as view:
        connection.execute(view.read())
    answers = Answers(lambda question: [tuple(row) for row in connection.execute(question).fetchall()], questions)
    return answers, {"all": time.monotonic() - start, **answers.seconds}


def spark(store, questions, examples):
    from pyspark.sql import SparkSession

    sys.path.insert(0, examples)
    import ask

    builder = SparkSession.builder.appName("questions").master("local[2]")
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR", "spark.sql.shuffle.partitions": "4"}
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    start = time.monotonic()
    ask.facts(session, store)
    answers = Answers(lambda question: [tuple(row) for row in session.sql(question).collect()], questions)
    return answers, {"all": time.monotonic() - start, **answers.seconds}


def same(one, other):
    """Asserts that two engines have given the same answers, to the last digit and in the same order."""
    assert one.rows == other.rows, f"{one.rows} rows, and {other.rows}"
    for name, answer in one.answers.items():
        first = next((pair for pair in zip(answer, other.answers[name]) if pair[0] != pair[1]), None)
        assert first is None and len(answer) == len(other.answers[name]), f"{name}: {first}, {len(answer)} {len(other.answers[name])}"


COMPACT = """
import duckdb, sys
view, compact = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
duckdb.execute(view.replace("'store/", f"'{sys.argv[3]}/"))
duckdb.execute(compact.replace("'compact'", f"'{sys.argv[4]}'"))
"""


def compact(store, folder, examples):
    """Runs docs/nation/compact.sql in a process of its own, which is measured."""
    scripts = [os.path.join(examples, name) for name in ("facts.sql", "compact.sql")]
    return measured.command([sys.executable, "-c", COMPACT, *scripts, store, folder], (0,))


class Plain:
    """The answers of the program itself, document by document."""

    def __init__(self):
        self.verdicts, self.contradictions, self.three_public, self.projects = {}, {}, {}, {}
        self.about = {}

    def add(self, text, checked):
        budget, document = json.loads(text), hashlib.sha256(text).hexdigest()
        told = plain.judged(budget, checked)
        self.about[document] = counted.about(budget)
        self.verdicts[document] = plain.verdicts(told)
        self.contradictions[document] = plain.contradictions(told)
        self.three_public[document] = plain.three_public(budget)
        self.projects[document] = plain.projects(budget, WORD)

    def same(self, engine):
        """Asserts that an engine's answers are the program's."""
        answers = engine.answers
        found = collections.defaultdict(dict)
        for document, verdict, count in answers["verdicts"]:
            found[document][verdict] = count
        equal("verdicts", self.verdicts, found)
        equal("contradictions", {document: count for document, count in self.contradictions.items() if count},
              {row[3]: row[4] for row in answers["contradictions"]})  # fmt: skip
        why_not = counted.why_not(self.about)
        equal("counted", {document: why_not.get(document) for document in self.about}, dict(answers["counted"]))
        assert set(why_not.values()) == {"unit", "government", "again", "within"}, "of each kind there are some"
        counts = {document for document, about in self.about.items() if about.stage == "budget" and document not in why_not}
        self.same_three_public(answers, counts)
        own = {document: found for document, found in self.projects.items() if document in counts and found[0]}
        equal("projects", own, {document: (count, sum_) for document, count, sum_ in answers["projects by document"]})
        of_years = collections.defaultdict(list)
        for document, found in own.items():
            of_years[self.about[document].year].append(found)
        own = [(year, len(found), sum(count for count, _ in found), sum(yuan for _, yuan in found)) for year, found in sorted(of_years.items())]
        assert own == answers["projects"], f"projects by year: {own}, and not {answers['projects']}"
        for verdict, column in (("rounding", 3), ("mismatch", 4)):
            whole = sum(counts[verdict] for counts in self.verdicts.values())
            assert sum(row[column] for row in answers["rounding"]) == whole, f"{verdict} by template"

    def same_three_public(self, answers, counts):
        """Asserts it of the three public expenses: document by document, and added up by province and year."""
        own = {document: amount for document, amount in self.three_public.items() if document in counts and amount is not None}
        whole = dict(answers["three-public by document"])
        assert whole.keys() <= counts, f"{len(whole.keys() - counts)} documents are counted that no sum should count"
        equal("three-public", own, {document: whole.get(document) for document in own})
        assert len(own) > len(whole) * 0.8, f"{len(own)} of {len(whole)} documents print it plainly"
        # Of documents that do not print it plainly the amount is the engine's, the adding is not.
        by_province = collections.defaultdict(list)
        for document, amount in whole.items():
            province = re.match(".+?(省|自治区|市)", self.about[document].region).group()
            by_province[province, self.about[document].year].append(amount)
        own = {key: (len(amounts), sum(amounts)) for key, amounts in by_province.items()}
        equal("three-public by province", own, {row[:2]: row[2:] for row in answers["three-public"]})


def equal(name, own, others):
    differing = [document for document in own.keys() | others.keys() if own.get(document) != others.get(document)]
    first = differing and (differing[0], own.get(differing[0]), others.get(differing[0]))
    assert not differing, f"{name}: {len(differing)} of {len(own)} documents differ: {first}"


def checked(program, files):
    """What `check --json` says of each of the files."""
    process = subprocess.Popen([program, "check", "--json", "--", *files], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    yield from process.stdout
    assert process.wait() in (0, 1), f"check ended with {process.returncode}"


def plain_of(program, files):
    """The program's own answers on the files, and how long it took to get them."""
    own, start = Plain(), time.monotonic()
    for path, line in zip(files, checked(program, files), strict=True):
        with open(path, "rb") as file:
            own.add(file.read(), json.loads(line))
    return own, time.monotonic() - start
