# SPDX-License-Identifier: EPL-2.0
"""Alternating least squares in NumPy on files of users, items and ratings (int32): python3 als.py FOLDER FACTORS ITERATIONS PENALTY THREADS

Every fifth rating is held out. The penalty grows with the number of ratings; ratings are measured from the mean and the biases of user and item.
"""
import sys

import numpy

from turns import turns

folder, factors, iterations, penalty = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
users, items, ratings = (numpy.fromfile(f"{folder}/{name}.bin", dtype="<i4") for name in ("users", "items", "ratings"))
held = numpy.arange(len(users)) % 5 == 0
u, i, r = users[~held], items[~held], ratings[~held].astype(float)
U, I = users.max() + 1, items.max() + 1


def learn():
    mean, user, item = r.mean(), numpy.zeros(U), numpy.zeros(I)
    of_user, of_item = numpy.bincount(u, minlength=U), numpy.bincount(i, minlength=I)
    for _ in range(10):
        item = numpy.bincount(i, r - mean - user[u], I) / (10 + of_item)
        user = numpy.bincount(u, r - mean - item[i], U) / (15 + of_user)
    left = r - mean - user[u] - item[i]
    by_user, by_item = numpy.argsort(u, kind="stable"), numpy.argsort(i, kind="stable")
    users_from, items_from = numpy.searchsorted(u[by_user], range(U + 1)), numpy.searchsorted(i[by_item], range(I + 1))
    p, q = numpy.zeros((U, factors)), (numpy.random.default_rng(1).random((I, factors)) - 0.5) / factors ** 0.5
    one = numpy.eye(factors)

    def solve(into, fixed, order, starts, other):
        for own in range(len(into)):
            rows = order[starts[own]:starts[own + 1]]
            vectors = fixed[other[rows]]
            if len(rows):
                into[own] = numpy.linalg.solve(vectors.T @ vectors + penalty * len(rows) * one, vectors.T @ left[rows])
            else:
                into[own] = 0

    for _ in range(iterations):
        solve(p, q, by_user, users_from, i)
        solve(q, p, by_item, items_from, u)
    return mean, user, item, p, q


def tell(found):
    mean, user, item, p, q = found
    a, b = users[held], items[held]
    given = numpy.clip(mean + user[a] + item[b] + (p[a] * q[b]).sum(1), r.min(), r.max())
    return {"rmse": float(numpy.sqrt(((given - ratings[held]) ** 2).mean())), "version": f"NumPy {numpy.__version__}"}


turns(learn, tell)
