# SPDX-License-Identifier: EPL-2.0
"""Trees of scikit-learn on x.bin (float64, row by row) and c.bin (int32), tried on test-x.bin and test-c.bin: python3 trees.py FOLDER COLUMNS METHOD TREES THREADS

forest, each tree with leaves of one row at least; boosting, with 31 leaves and a rate of 0.1"""
import sys

import numpy
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier

from turns import turns

folder, columns, method, count, threads = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
x, test = (numpy.fromfile(f"{folder}/{name}.bin").reshape(-1, columns) for name in ("x", "test-x"))
c, truth = (numpy.fromfile(f"{folder}/{name}.bin", dtype="<i4") for name in ("c", "test-c"))
seeds = iter(range(1_000_000))


def learn():
    if method == "forest":
        return RandomForestClassifier(count, n_jobs=threads, random_state=next(seeds)).fit(x, c)
    return HistGradientBoostingClassifier(max_iter=count, early_stopping=False, random_state=next(seeds)).fit(x, c)


def tell(found):
    yes = found.predict_proba(test)[:, 1]
    clipped = numpy.clip(yes, 1e-3, 1 - 1e-3)
    return {
        "accuracy": float(((yes > .5) == truth).mean()),
        "loss": float(-numpy.where(truth == 1, numpy.log(clipped), numpy.log(1 - clipped)).mean()),
        "version": f"scikit-learn {sklearn.__version__}",
    }


turns(learn, tell)
