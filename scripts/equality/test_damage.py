"""Tests of the damage: `python3 -m unittest` in this folder."""

import copy
import random
import unittest

import damage

EVENT = {"name": "x", "user": {"roles": ["a", "b"], "age": 3}, "ok": True, "nothing": None}


class DamageTests(unittest.TestCase):
    def test_places(self):
        found = set(damage.places(EVENT))
        self.assertIn(("user", "roles", 1), found)
        self.assertEqual(len(found), 8)
        self.assertEqual(list(damage.places({})), [])

    def test_event_is_not_changed(self):
        before = copy.deepcopy(EVENT)
        changed = [damage.damaged(EVENT, random.Random(seed), 2) for seed in range(200)]
        self.assertEqual(EVENT, before)
        self.assertGreater(sum(other != EVENT for other in changed), 150)
        self.assertTrue(all(isinstance(other, dict) for other in changed))

    def test_seed_decides(self):
        first, again, other = (damage.damaged(EVENT, random.Random(seed), 4) for seed in (1, 1, 2))
        self.assertEqual(first, again)
        self.assertNotEqual(first, other)

    def test_until_nothing_is_left(self):
        self.assertEqual(damage.damaged({}, random.Random(1), 3), {})

    def test_tests(self):
        tests = [{"Name": "a", "Log": {"x": 1}}, {"Name": "b", "Resource": {"x": 1}}, {"Name": "c"}, "d"]
        names = [test["Name"] if isinstance(test, dict) else test for test in damage.damaged_tests(tests, 1, random.Random(1))]
        self.assertEqual(names, ["a", "a (damaged 1)", "b", "b (damaged 1)", "c", "d"])


if __name__ == "__main__":
    unittest.main()
