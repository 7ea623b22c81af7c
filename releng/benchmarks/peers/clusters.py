# SPDX-License-Identifier: EPL-2.0
"""Clusters of scikit-learn and scipy on points.bin (float64, row by row): python3 clusters.py FOLDER COLUMNS METHOD PARAMETER... THREADS

dbscan EPS MIN_POINTS, linkage NAME, seeding K, kmeans K ITERATIONS from the first k rows"""
import sys
import warnings

import numpy
import scipy
import sklearn
from scipy.cluster.hierarchy import linkage
from sklearn.cluster import DBSCAN, KMeans, kmeans_plusplus

from turns import turns

warnings.filterwarnings("ignore")
folder, columns, method, parameters, threads = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:-1], int(sys.argv[-1])
data = numpy.fromfile(f"{folder}/points.bin").reshape(-1, columns)
SEEDS = 3
learned = f"scikit-learn {sklearn.__version__}"


def dbscan():
    return DBSCAN(eps=float(parameters[0]), min_samples=int(parameters[1]), n_jobs=threads).fit(data)


def tell_dbscan(found):
    return {"clusters": found.labels_.max() + 1, "noise": (found.labels_ < 0).sum(), "cores": len(found.core_sample_indices_), "version": learned}


def merge():
    return linkage(data, parameters[0])


def tell_merge(found):
    return {"last": repr(float(found[-1, 2])), "version": f"scipy {scipy.__version__}"}


attempts = iter(range(1_000_000))


def seed():
    return kmeans_plusplus(data, int(parameters[0]), random_state=next(attempts))[0]


def inertia(centers):
    nearest = numpy.full(len(data), numpy.inf)
    for center in centers:
        numpy.minimum(nearest, ((data - center) ** 2).sum(axis=1), out=nearest)
    return nearest.sum()


def tell_seed(found):
    return {"inertia": float(numpy.median([inertia(found)] + [inertia(seed()) for _ in range(SEEDS - 1)])), "version": learned}


def kmeans():
    k, iterations = map(int, parameters)
    return KMeans(k, init=data[:k], n_init=1, max_iter=iterations, tol=0, algorithm="lloyd").fit(data)


def tell_kmeans(found):
    return {"inertia": repr(found.inertia_), "iterations": found.n_iter_, "version": learned}


turns(*{"dbscan": (dbscan, tell_dbscan), "linkage": (merge, tell_merge), "seeding": (seed, tell_seed), "kmeans": (kmeans, tell_kmeans)}[method])
