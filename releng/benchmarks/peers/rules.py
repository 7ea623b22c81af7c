# SPDX-License-Identifier: EPL-2.0
"""Eclat and rules with one item on the right in plain Python, sets of baskets as the bits of large integers: python3 rules.py FOLDER FILE SUPPORT CONFIDENCE THREADS

FILE has one basket on each line with tabs between its items.
"""
import math
import sys

from turns import turns

file, support, confidence = sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
with open(file, encoding="utf-8") as lines:
    baskets = [sorted({item.strip() for item in line.rstrip("\n").split("\t") if item.strip()}) for line in lines]


def mine():
    bits = {}
    for number, basket in enumerate(baskets):
        for item in basket:
            bits[item] = bits.get(item, 0) | 1 << number
    least = math.ceil(support * len(baskets) * (1 - 1e-12))
    found = {}

    def grow(prefix, candidates):
        for i, (item, rows, count) in enumerate(candidates):
            own = prefix + (item,)
            found[frozenset(own)] = count
            below = []
            for other, others, _ in candidates[i + 1:]:
                both = rows & others
                many = both.bit_count() if hasattr(both, "bit_count") else bin(both).count("1")
                if many >= least:
                    below.append((other, both, many))
            if below:
                grow(own, below)

    singles = [(item, rows, bin(rows).count("1")) for item, rows in bits.items()]
    grow((), sorted((each for each in singles if each[2] >= least), key=lambda each: each[2]))
    rules = []
    for items, count in found.items():
        if len(items) > 1:
            for right in items:
                left = items - {right}
                if count >= confidence * found[left] * (1 - 1e-12):
                    rules.append((left, right, count, count / found[left], count * len(baskets) / (found[left] * found[frozenset([right])])))
    rules.sort(key=lambda rule: -rule[4])
    return found, rules


def tell(found):
    sets, rules = found
    return {"itemsets": len(sets), "rules": len(rules), "lift": f"{rules[0][4]:.9f}", "version": f"Eclat in Python {sys.version.split()[0]}"}


turns(mine, tell)
