import os
import tempfile
import unittest

import answers
import measured


class Measured(unittest.TestCase):
    def test_a_million_documents_on_so_many_cores(self):
        self.assertEqual(measured.hours(0.0036, 2), 0.5)
        self.assertEqual([measured.span(hours) for hours in (2.5, 0.5, 0.01)], ["2.50 h", "30.0 min", "36.0 s"])
        self.assertEqual([measured.told(number) for number in (1234.5, 12.34, 0.012)], ["1,234", "12.3", "0.01"])

    def test_the_tables_take_the_place_of_those_before_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            page = os.path.join(folder, "page.md")
            with open(page, "w", encoding="utf-8") as file:
                file.write(f"before\n{measured.BEGIN}\nold\n{measured.END}\nafter\n")
            measured.write(page, f"{measured.BEGIN}\nnew\n{measured.END}")
            with open(page, encoding="utf-8") as file:
                self.assertEqual(file.read(), f"before\n{measured.BEGIN}\nnew\n{measured.END}\nafter\n")

    def test_a_command_that_fails_is_no_measurement(self):
        self.assertGreater(measured.command(["sh", "-c", "exit 1"], (1,)).megabytes, 0)
        with self.assertRaises(AssertionError):
            measured.command(["sh", "-c", "exit 3"], (0, 1))


class Same(unittest.TestCase):
    def test_answers_that_differ_in_a_digit_are_not_the_same(self):
        def of(amount):
            with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
                return answers.Answers(lambda question: [(amount,)], {"question": file.name})

        answers.same(of("1.000000"), of("1.000000"))
        with self.assertRaises(AssertionError):
            answers.same(of("1.000000"), of("1.000001"))

    def test_a_document_that_only_one_has_is_told(self):
        answers.equal("question", {"a": 1}, {"a": 1})
        with self.assertRaisesRegex(AssertionError, "question: 1 of 1 documents differ"):
            answers.equal("question", {"a": 1}, {"a": 1, "b": 2})


if __name__ == "__main__":
    unittest.main()
