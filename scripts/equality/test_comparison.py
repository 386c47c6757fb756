"""Tests of the comparison on small recorded outputs: `python3 -m unittest` in this folder."""

import pathlib
import unittest

import comparison

RECORDED = pathlib.Path(__file__).resolve().parent / "recorded"


def outcome(passed=True, **functions):
    return {"passed": passed, "functions": functions}


class RelationTests(unittest.TestCase):
    ROWS = [
        ({"output": True}, {"output": True}, comparison.EQUAL),
        ({"output": True}, {"output": False}, comparison.DIFFERENT),
        ({"output": 1}, {"output": True}, comparison.DIFFERENT),
        ({"output": 1}, {"output": 1.0}, comparison.DIFFERENT),
        ({"output": "a"}, {"error": "a"}, comparison.DIFFERENT),
        ({"error": "KeyError: 'a'"}, {"error": "KeyError: 'a'"}, comparison.EQUAL),
        ({"error": "KeyError: 'a'"}, {"error": "KeyError: 'b'"}, comparison.DIFFERENT),
        ({"output": {"a": 1, "b": 2}}, {"output": {"b": 2, "a": 1}}, comparison.KEY_ORDER),
        ({"output": "of {'a', 'b'}"}, {"output": "of {'b', 'a'}"}, comparison.SET_ORDER),
        ({"output": "a, b"}, {"output": "b, a"}, comparison.SET_ORDER),
        ({"output": "a, b"}, {"output": "b, c"}, comparison.DIFFERENT),
        ({"output": {"x": ["a", "b"]}}, {"output": {"x": ["b", "a"]}}, comparison.SET_ORDER),
        ({"output": ["a", "a"]}, {"output": ["a"]}, comparison.DIFFERENT),
    ]

    def test_rows(self):
        for left, right, kind in self.ROWS:
            with self.subTest(left=left, right=right):
                self.assertEqual(comparison.relation(left, right), kind)


class CompareTests(unittest.TestCase):
    def test_equal(self):
        one = {("d", "t"): outcome(rule={"output": True})}
        report = comparison.compare(one, one)
        self.assertTrue(report.is_equal)
        self.assertEqual(report.counts["verdicts equal"], 1)

    def test_verdict_and_missing_function(self):
        left = {("d", "t"): outcome(rule={"output": True}, title={"output": "x"})}
        right = {("d", "t"): outcome(passed=False, rule={"output": True})}
        kinds = [row[2:] for row in comparison.compare(left, right).differences]
        self.assertEqual(kinds, [("verdict", "passed", "failed"), ("title", "x", "nothing")])

    def test_test_that_only_margay_runs(self):
        report = comparison.compare({}, {("d", "t"): outcome(rule={"output": False})})
        self.assertTrue(report.is_equal)
        self.assertEqual(report.counts["only margay"], 1)

    def test_detection_that_does_not_load(self):
        failed = {("d", ""): {"passed": False, "functions": None, "error": "SyntaxError: x"}}
        self.assertTrue(comparison.compare(failed, failed).is_equal)
        report = comparison.compare({("d", "t"): outcome(passed=False)}, failed)
        self.assertEqual([row[2] for row in report.differences], ["loading"])

    def test_test_that_one_does_not_run(self):
        left = {("d", "t"): outcome(rule={"output": False})}
        report = comparison.compare(left, {})
        self.assertEqual(report.counts[comparison.DIFFERENT], 1)
        self.assertEqual(report.differences[0][2:], ("verdict", "passed", "not run"))

    def test_test_that_neither_can_run(self):
        left = {("d", "other"): outcome(rule={"output": False})}
        failed = {("d", "t"): {"passed": False, "functions": None, "error": "AttributeError: x"}}
        self.assertTrue(comparison.compare(left, left | failed).is_equal)

    def test_order_must_vary_in_the_reference(self):
        left = {("d", "t"): outcome(title={"output": "a, b"})}
        right = {("d", "t"): outcome(title={"output": "b, a"})}
        self.assertTrue(comparison.compare(left, right).is_equal)
        self.assertFalse(comparison.compare(left, right, [left]).is_equal)
        self.assertTrue(comparison.compare(left, right, [left, right]).is_equal)

    def test_recorded(self):
        """What both engines wrote for a pack of four tests; the last is made wrong in one function."""
        reference = comparison.read(RECORDED / "reference.ndjson")
        report = comparison.compare(reference, comparison.read(RECORDED / "margay.ndjson"))
        self.assertEqual(report.counts["tests"], 4)
        self.assertEqual(report.counts["verdicts equal"], 4)
        self.assertEqual(report.counts[comparison.SET_ORDER], 1)
        self.assertEqual([row[2] for row in report.differences], ["severity"])
        text = "\n".join(report.lines())
        self.assertIn("reference: HIGH", text)
        self.assertIn("margay:    LOW", text)

    def test_object_of_texts(self):
        reference = comparison.read(RECORDED / "passed.json")
        self.assertEqual(reference["A.One", "match"]["functions"]["rule"], {"output": True})
        self.assertEqual(reference["A.One", "match"]["functions"]["title"], {"output": "true"})
        self.assertEqual(reference["A.One", "match"]["functions"]["alertContext"], {"output": {"a": [1]}})


if __name__ == "__main__":
    unittest.main()
