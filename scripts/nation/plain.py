"""The answers by plain reading: of the budgets' JSON, and of what `budget-lens check --json` says of them. No engine, no rows."""

import collections
import re
from decimal import Decimal, getcontext

getcontext().prec = 60  # more digits than any sum has: nothing is rounded

EXPONENTS = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
LEVELS = ["central", "province", "county", "own", "other", "total", "city", "appropriation", "carry-over"]
FIELDS = {"amount": "amount", "share": "share", "change": "change", "rate": "rate", "count": "count", "last_year": "last-year"}
LISTS = {"statements": "说明", "procurement": "采购", "staff": "人员", "assets": "资产"}
OWN = ["整体绩效", "项目绩效"]
FUNDS = ["general-public", "government-fund", "state-capital"]


def yuan(text, unit):
    """An amount in yuan, exactly."""
    return Decimal(text).scaleb(EXPONENTS[unit])


def free(wanted, taken):
    """The wanted address, or the first free one of `wanted-2`, `wanted-3` …"""
    own, number = wanted, 1
    while own in taken:
        number += 1
        own = f"{wanted}-{number}"
    taken.add(own)
    return own


def table_name(number):
    """The address that a table would have by its number."""
    number = "".join(number.split())
    if not number:
        return "表"
    is_lists = number.split("-")[0] in [*LISTS.values(), *OWN]
    return f"表-{number}" if re.match("[a-z]", number) or is_lists else number


def printed(budget):
    """Every printed number by where it stands: its line's address on the page, and the id of its column."""
    found, taken = {}, set()
    names = [free(table_name(table["number"]), taken) for table in budget["tables"]]
    for table, name in zip(budget["tables"], names):
        columns = {column["id"] for column in table["columns"]}
        for line in table["lines"]:
            label = line.get("code") or line.get("key") or line["name"]
            address = free("".join(f"{name}-{label}".split()), taken)
            for column, amount in line.get("amounts", {}).items():
                if amount is not None and column in columns:
                    found[address, column] = amount
    for field, list_name in LISTS.items():
        for number, stated in enumerate(budget.get(field) or [], 1):
            numbers = FIELDS if field in ("statements", "procurement") else {"value": "value"}
            for own, column in numbers.items():
                if stated.get(own) is not None:
                    found[f"{list_name}-{number}", column] = stated[own]
    form = budget.get("performance") or {}
    funds = [(column, amount) for column in ("sources", "uses") for amount in (form.get(column) or {}).values()]
    for number, (column, amount) in enumerate(funds, 1):
        if amount is not None:
            found[f"整体绩效-{number}", column] = amount
    forms = [project["form"] for project in budget.get("projects") or [] if project.get("form")]
    for number, form in enumerate(forms, 1):
        for term in ("period", "annual"):
            for level, amount in (form.get(term) or {}).items():
                if amount is not None and level in LEVELS:
                    found[f"项目绩效-{number}", f"{term}-{level}"] = amount
    return found


def badness(finding):
    """How much a finding says against its numbers."""
    is_compared = any(finding[field] is not None for field in ("stated", "computed", "difference", "bound"))
    return {"mismatch": 4, "rounding": 3, "holds": 2 if is_compared else 0, "unchecked": 1}[finding["verdict"]]


def judged(budget, checked):
    """For each printed number the worst verdict that it is in, and the rules of the findings that are as bad."""
    told = {place: (0, "uncovered", set()) for place in printed(budget)}
    for finding in checked["findings"]:
        bad = badness(finding)
        for where in finding["where"]:
            place = where["address"], where["column"]
            if place in told and bad and bad >= told[place][0]:
                rules = told[place][2] if bad == told[place][0] else set()
                told[place] = bad, finding["verdict"], rules | {finding["rule"]}
    return told


def verdicts(told):
    """How many numbers have each verdict."""
    return collections.Counter(verdict for _, verdict, _ in told.values())


def contradictions(told):
    """How many amounts of the text contradict tables, or each other."""
    is_text = lambda address: address.startswith(("说明-", "采购-"))
    return sum(is_text(address) and verdict == "mismatch" and "stated-amount" in rules for (address, _), (_, verdict, rules) in told.items())


def three_public(budget):
    """“三公”经费 in yuan, where its table prints them plainly: in a line or a column of that name, in one amount or by fund."""
    for table in budget["tables"]:
        if table.get("kind") != "three-public":
            continue
        unit = table.get("unit") or budget["document"]["unit"]
        columns = {column["id"]: column for column in table["columns"]}
        lines = [line for line in table["lines"] if line.get("amounts")]
        if "three-public" in columns:
            cells = [line["amounts"].get("three-public") for line in lines if line.get("role") == "total"]
        else:
            own = [line["amounts"] for line in lines if line.get("key") == "three-public"]
            cells = [cell for line in own for cell in [line.get("total")]]
            if "total" not in columns and own and any(fund in columns for fund in FUNDS):
                cells = [str(sum(Decimal(own[0].get(fund) or 0) for fund in FUNDS))]
        cells = [yuan(cell, unit) for cell in cells if cell is not None]
        if cells:
            return max(cells)
    return None


def projects(budget, word):
    """How many lines of the tables of projects have a word in their names, and their totals in yuan."""
    count, whole = 0, Decimal(0)
    for table in budget["tables"]:
        if table.get("kind") not in ("projects", "carried-projects"):
            continue
        unit = table.get("unit") or budget["document"]["unit"]
        for line in table["lines"]:
            amounts = [amount for amount in line.get("amounts", {}).values() if amount is not None]
            if line.get("role", "item") == "item" and word in line["name"] and amounts:
                count += 1
                whole += max(yuan(amount, unit) for amount in amounts)
    return count, whole
