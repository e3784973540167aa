"""Which documents a sum of money counts, by plain reading of the budgets' JSON: docs/nation/counted.sql says it in SQL."""

import collections
import re

import plain

OWN_OFFICE = re.compile(r"(部门)?\((本级|机关本级|本级机关)\)$|本级\(机关\)$|(机关)?本级$")
ALL_UNITS = re.compile(r"(部门)?\(汇总\)$|\(部门\)$")

About = collections.namedtuple("About", "region year stage level name units published total")


def name(text, region):
    """A body's name without place, spaces and words about its units."""
    text = "".join(text.split()).replace("（", "(").replace("）", ")")
    is_own = OWN_OFFICE.search(text) and OWN_OFFICE.sub("", text) != ""
    text = (OWN_OFFICE.sub("", text) if is_own else ALL_UNITS.sub("", text)) or text
    # The last part of the place, of two characters at least.
    parts = re.match(r".*(?:省|自治区|市|自治州|盟)(?=..)", region or "")
    for place in (region or "", (region or "")[parts.end() if parts else 0 :]):
        if place and text.startswith(place) and text != place:
            text = text[len(place) :]
            break
    return text + "本级" if is_own else text


def about(budget):
    """What tells whose budget a document is."""
    document = budget["document"]
    region = (document.get("region") or "").strip() or None
    lines = [line for table in budget["tables"] for line in table["lines"]]
    own = name(document["department"], region)
    # The program finds units that no file calls so; here any line may be one, for hardly anything else is called as a body is.
    units = {name(line["name"], region) for line in lines if line.get("is") in ("unit", None) and line.get("role") != "total"} - {""}
    if own in units and not own.endswith("本级") and any(line.get("is") == "unit" and name(line["name"], region) != own for line in lines):
        units.add(own + "本级")
    totals = [
        plain.yuan(line["amounts"]["total"], table.get("unit") or document["unit"])
        for table in budget["tables"] if table.get("kind") == "expenditure"
        for line in table["lines"] if line.get("role") == "total" and (line.get("amounts") or {}).get("total") is not None
    ]  # fmt: skip
    stage, total = document.get("stage") or "budget", max(totals, default=None)
    return About(region, document["year"], stage, document.get("level"), own, units - {own}, document.get("published") or "", total)


def why_not(documents):
    """For each document that no sum counts why; `documents` has what `about` says by digest."""
    why, chosen = {}, {}
    by_place = collections.defaultdict(list)
    for digest in sorted(documents):
        own = documents[digest]
        if own.level in ("unit", "government"):
            why[digest] = own.level
            continue
        key = own.region or digest, own.year, own.stage, own.name
        # Sorted, so that of equal ones the first stays: who calls itself a department, then the last one published.
        rank = own.level is not None, own.published
        if key not in chosen or rank > chosen[key][0]:
            chosen[key] = rank, digest
        if own.region is not None:
            by_place[own.region, own.year, own.stage].append((digest, key))
    counted = {digest for _, digest in chosen.values()}
    for digest in documents.keys() - why.keys() - counted:
        why[digest] = "again"
    for bodies in by_place.values():
        departments = [documents[digest] for digest, _ in bodies if digest in counted and documents[digest].total is not None]
        for digest, _ in bodies:
            own = documents[digest]
            above = [one for one in departments if own.name in one.units and one.name not in own.units]
            if digest in counted and any(own.total is None or own.total <= one.total for one in above):
                why[digest] = "within"
    return why
