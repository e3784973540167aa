import unittest

import counted


def budget(department, total, units=(), **document):
    lines = [{"name": "合计", "role": "total", "amounts": {"total": total}}] if total else []
    lines += [{"name": unit, "is": "unit", "amounts": {"total": "1.00"}} for unit in units]
    document = {"department": department, "region": "山西省甲县", "year": 2026, "unit": "万元"} | document
    return {"document": document, "tables": [{"kind": "expenditure", "lines": lines}]}


def why_not(**budgets):
    return counted.why_not({digest: counted.about(own) for digest, own in budgets.items()})


DEPARTMENT = budget("甲县教育局", "100.00", ["第一小学"])


class Counted(unittest.TestCase):
    def test_names_are_the_same_however_they_are_written(self):
        for text in ("教育局", "甲县教育局", "山西省甲县 教育局", "教育局（汇总）", "教育局（部门）"):
            self.assertEqual(counted.name(text, "山西省甲县"), "教育局")
        for text in ("教育局本级", "甲县教育局（本级）", "教育局本级（机关）", "教育局部门（本级）", "教育局机关本级"):
            self.assertEqual(counted.name(text, "山西省甲县"), "教育局本级")
        self.assertEqual([counted.name("沙市区教育局", "荆州市沙市区"), counted.name("甲县", "甲县"), counted.name("本级", None)], ["教育局", "甲县", "本级"])

    def test_a_department_counts_once_without_units_governments_and_final_accounts_of_another_stage(self):
        unit, final = budget("甲县第一小学", "40.00"), budget("甲县教育局", "90.00", stage="final")
        said, government = budget("别的小学", "5.00", level="unit"), budget("甲县", "900.00", level="government")
        found = why_not(a=DEPARTMENT, b=unit, c=final, d=said, e=government)
        self.assertEqual(found, {"b": "within", "d": "unit", "e": "government"})

    def test_of_several_the_last_one_published_counts(self):
        new = budget("教育局（汇总）", "101.00", published="2026-03-01")
        self.assertEqual(why_not(a=DEPARTMENT, b=new), {"a": "again"})
        self.assertEqual(why_not(a=DEPARTMENT, b=DEPARTMENT), {"b": "again"})
        said = budget("甲县教育局", "102.00", level="department")
        self.assertEqual(why_not(b=new, c=said), {"b": "again"}, "one that says it is a department's")

    def test_what_is_not_known_is_counted(self):
        for other in (
            budget("第二小学", "40.00"), budget("第一小学", "100.01"), budget("第一小学", "1.00", region="乙县"), budget("第一小学", "1.00", region=None),
            budget("第一小学", "1.00", year=2025), budget("第一小学", "1.00", ["教育局"]), budget("甲县教育局", "1.00", region="甲县"),
        ):  # fmt: skip
            self.assertEqual(why_not(a=DEPARTMENT, b=other), {}, other)
        self.assertEqual(why_not(a=DEPARTMENT, b=budget("第一小学", None)), {"b": "within"})
        self.assertEqual(why_not(a=budget("甲县教育局", None, ["第一小学"]), b=budget("第一小学", "1.00")), {})


if __name__ == "__main__":
    unittest.main()
