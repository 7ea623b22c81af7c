# SPDX-License-Identifier: EPL-2.0
"""K-means of scikit-learn on a file of float64, row by row, from its first k rows: python3 kmeans.py FILE COLUMNS K ITERATIONS TRIES"""
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
file, columns, k, iterations, tries = sys.argv[1], *map(int, sys.argv[2:6])
data = numpy.fromfile(file).reshape(-1, columns)
for attempt in range(tries + 1):
    clock, processor = time.perf_counter(), time.process_time()
    model = KMeans(k, init=data[:k], n_init=1, max_iter=iterations, tol=0, algorithm="lloyd").fit(data)
    if attempt > 0:
        print(f"measured seconds={time.perf_counter() - clock:.4f}")
        print(f"measured processor={time.process_time() - processor:.4f}")
print(f"measured inertia={model.inertia_!r}")
print(f"measured iterations={model.n_iter_}")
print(f"measured version=scikit-learn {sklearn.__version__}")
