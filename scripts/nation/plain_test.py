import unittest
from decimal import Decimal

import plain

BUDGET = {
    "document": {"unit": "万元"},
    "tables": [
        {
            "number": "表三", "kind": "three-public", "columns": [{"id": "total"}],
            "lines": [
                {"key": "three-public", "name": "合计", "amounts": {"total": "123456789012345.123456"}},
                {"code": "201", "name": "a", "amounts": {"total": "1", "none": "2"}},
                {"code": "201", "name": "b", "amounts": {"total": None}},
                {"code": "201", "name": "c", "amounts": {"total": "0"}},
            ],
        },
        {"number": "a", "kind": "projects", "unit": "元", "columns": [{"id": "total"}, {"id": "own"}],
         "lines": [{"name": "甲 运维", "amounts": {"total": "3.00", "own": "1.00"}}, {"name": "合计", "role": "total", "amounts": {"total": "3.00"}}]},
    ],
    "statements": [{"amount": "5.00", "share": None, "last_year": "4.00"}],
    "projects": [{"name": "x"}, {"name": "y", "form": {"annual": {"total": "7"}, "period": {"total": None}}}],
}  # fmt: skip


def finding(verdict, rule, *places, bound="0"):
    where = [{"address": address, "column": column} for address, column in places]
    numbers = dict.fromkeys(("stated", "computed", "difference"))
    return {"verdict": verdict, "rule": rule, "where": where, "bound": bound, **numbers}


class Plain(unittest.TestCase):
    def test_each_printed_number_has_the_address_that_the_page_gives_it(self):
        self.assertEqual(
            list(plain.printed(BUDGET)),
            [("表三-three-public", "total"), ("表三-201", "total"), ("表三-201-3", "total"), ("表-a-甲运维", "total"), ("表-a-甲运维", "own"),
             ("表-a-合计", "total"), ("说明-1", "amount"), ("说明-1", "last-year"), ("项目绩效-1", "annual-total")],
        )  # fmt: skip

    def test_the_worst_finding_counts_and_blanks_do_not(self):
        stated, cell = ("说明-1", "amount"), ("表三-201", "total")
        checked = {"findings": [
            finding("mismatch", "stated-amount", stated, cell), finding("holds", "total", cell, ("表三-201-2", "total")),
            finding("holds", "names", ("表-a-合计", "total"), bound=None), finding("rounding", "across", ("表-a-甲运维", "own")),
        ]}  # fmt: skip
        told = plain.judged(BUDGET, checked)
        self.assertEqual(plain.verdicts(told), {"mismatch": 2, "rounding": 1, "uncovered": 6})
        self.assertEqual(plain.contradictions(told), 1)

    def test_amounts_are_exact(self):
        self.assertEqual(plain.three_public(BUDGET), Decimal("1234567890123451234.56"))
        self.assertEqual(plain.projects(BUDGET, "运维"), (1, Decimal("3.00")))


if __name__ == "__main__":
    unittest.main()
