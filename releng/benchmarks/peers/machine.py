# SPDX-License-Identifier: EPL-2.0
"""How fast the machine multiplies matrices and reads memory: python3 machine.py FOLDER THREADS"""
import time

import numpy

from turns import turns

SIZE, LONG, TRIES = 2_000, 60_000_000, 5


def best(run):
    times = []
    for _ in range(TRIES):
        clock = time.perf_counter()
        run()
        times.append(time.perf_counter() - clock)
    return min(times)


def run():
    random = numpy.random.default_rng(1)
    square, row = random.random((SIZE, SIZE)), random.random(LONG)
    return best(lambda: square @ square), best(lambda: row @ row)


turns(run, lambda found: {"operations": 2 * SIZE ** 3 / found[0] / 1e9, "bytes": 8 * LONG / found[1] / 1e9})
