import csv
import io
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "nation"))
import cluster

COUNTS = {"mismatch": 1, "rounding": 2, "holds": 3, "unchecked": 4}


class Cluster(unittest.TestCase):
    def test_a_file_that_fails_once_is_tried_again(self):
        attempts, waits = iter([RuntimeError("busy"), ("digest", COUNTS)]), []

        def attempt():
            came = next(attempts)
            if isinstance(came, Exception):
                raise came
            return came

        row = cluster.tried("a.pdf", attempt, wait=waits.append)
        self.assertEqual((row[:6], row[7], len(waits)), (("a.pdf", "digest", 1, 2, 3, 4), None, 1))

    def test_a_file_that_fails_every_time_is_listed_with_why(self):
        tries = []

        def attempt():
            tries.append(1)
            raise RuntimeError(f"damaged {len(tries)}")

        row = cluster.tried("a.pdf", attempt, wait=lambda _: None)
        self.assertEqual((len(tries), row[1], row[7]), (cluster.TRIES, None, f"damaged {cluster.TRIES}"))

    def test_the_list_of_what_failed_is_read_as_it_was_meant(self):
        failed = [("file:/o/%E5%8E%BF/a,b.pdf", 'It is "damaged",\n  at 3\t4.'), ("file:/o/c.pdf", "no tables")]
        text = io.StringIO()
        cluster.list_failed(failed, text)
        rows = list(csv.reader(io.StringIO(text.getvalue())))
        self.assertEqual(rows, [["path", "failed"], ["file:/o/县/a,b.pdf", 'It is "damaged", at 3 4.'], ["file:/o/c.pdf", "no tables"]])
        self.assertIn('"file:/o/县/a,b.pdf","It is ""damaged"", at 3 4."\n', text.getvalue())

    def test_the_region_is_the_folders_name(self):
        self.assertEqual(cluster.region("file:/o/%E5%B1%B1%E8%A5%BF%E7%9C%81/a.pdf"), "山西省")
        self.assertEqual(cluster.region("hdfs://host/o/山西省/a b.pdf"), "山西省")

    def test_what_the_program_says_is_why(self):
        program = cluster.PROGRAM
        try:
            with tempfile.TemporaryDirectory() as folder:
                cluster.PROGRAM = os.path.join(folder, "program")
                with open(cluster.PROGRAM, "w", encoding="utf-8") as out:
                    out.write("#!/bin/sh\ncat\necho 'no tables' >&2\nexit $1\n")
                os.chmod(cluster.PROGRAM, 0o755)
                self.assertEqual(cluster.run(["1"], b"given", (0, 1)), b"given")
                with self.assertRaisesRegex(RuntimeError, "^no tables$"):
                    cluster.run(["2"], b"", (0, 1))
        finally:
            cluster.PROGRAM = program


if __name__ == "__main__":
    unittest.main()
