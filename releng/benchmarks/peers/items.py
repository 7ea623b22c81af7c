# SPDX-License-Identifier: EPL-2.0
"""Neighbours of items in NumPy on files of users, items and ratings (int32), in five folds: python3 items.py FOLDER NEIGHBOURS SHRINKAGE THREADS

Fold f holds out the rows whose number leaves f when divided by five. Items are alike where what is left of their ratings after both biases goes
together, less the fewer users rated both; matrix products give all pairs at once."""
import sys

import numpy

from turns import turns

folder, neighbours, shrinkage = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
users, items, ratings = (numpy.fromfile(f"{folder}/{name}.bin", dtype="<i4") for name in ("users", "items", "ratings"))
U, I, FOLDS = users.max() + 1, items.max() + 1, 5


def biases(u, i, r):
    mean, user, item = r.mean(), numpy.zeros(U), numpy.zeros(I)
    of_user, of_item = numpy.bincount(u, minlength=U), numpy.bincount(i, minlength=I)
    for _ in range(10):
        item = numpy.bincount(i, r - mean - user[u], I) / (10 + of_item)
        user = numpy.bincount(u, r - mean - item[i], U) / (15 + of_user)
    return mean, user, item


def fold(number):
    held = numpy.arange(len(users)) % FOLDS == number
    u, i, r = users[~held], items[~held], ratings[~held].astype(float)
    mean, user, item = biases(u, i, r)
    left, rated = numpy.zeros((U, I)), numpy.zeros((U, I))
    left[u, i] = r - mean - user[u] - item[i]
    rated[u, i] = 1
    common, squares = rated.T @ rated, (left ** 2).T @ rated
    with numpy.errstate(invalid="ignore", divide="ignore"):
        alike = (left.T @ left) / numpy.sqrt(squares * squares.T) * (common / (common + shrinkage))
    alike = numpy.where(numpy.isfinite(alike) & (alike > 0), alike, 0)
    errors = 0
    order = numpy.argsort(users[held], kind="stable")
    a, b, truth = users[held][order], items[held][order], ratings[held][order]
    starts = numpy.searchsorted(a, range(U + 1))
    for own in range(U):
        tested = slice(starts[own], starts[own + 1])
        if starts[own] == starts[own + 1]:
            continue
        known = numpy.flatnonzero(rated[own])
        weights = alike[numpy.ix_(b[tested], known)]
        if len(known) > neighbours:
            limit = -numpy.partition(-weights, neighbours - 1, axis=1)[:, neighbours - 1:neighbours]
            weights = numpy.where(weights >= limit, weights, 0)
        total = weights.sum(axis=1)
        step = numpy.divide(weights @ left[own, known], total, out=numpy.zeros(len(total)), where=total > 0)
        given = numpy.clip(mean + user[own] + item[b[tested]] + step, r.min(), r.max())
        errors += ((given - truth[tested]) ** 2).sum()
    return numpy.sqrt(errors / held.sum())


turns(lambda: [fold(number) for number in range(FOLDS)],
      lambda found: {"rmse": float(numpy.mean(found)), "version": f"NumPy {numpy.__version__}"})
