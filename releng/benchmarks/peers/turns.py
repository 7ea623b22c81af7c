# SPDX-License-Identifier: EPL-2.0
"""Takes turns with the other side of a case: runs for each line of the input ("run" or "tell"), and says how long it took."""
import sys
import time


def turns(run, tell):
    """run() gives what tell(found) says about it."""
    for order in sys.stdin:
        clock, processor = time.perf_counter(), time.process_time()
        found = run()
        print(f"measured seconds={time.perf_counter() - clock:.5f}")
        print(f"measured processor={time.process_time() - processor:.5f}")
        if order.strip() == "tell":
            for name, value in tell(found).items():
                print(f"measured {name}={value}")
        print("done", flush=True)


def numbers(values):
    """Numbers with all their digits."""
    return " ".join(repr(float(value)) for value in values)
