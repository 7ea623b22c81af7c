# SPDX-License-Identifier: EPL-2.0
"""Linear methods of scikit-learn on x.bin (float64, row by row), y.bin (float64) and c.bin (int32): python3 linear.py FOLDER COLUMNS METHOD THREADS

logistic, without a penalty, as ours; least-squares; pca"""
import sys
import warnings

import numpy
import sklearn
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, LogisticRegression

from turns import numbers, turns

warnings.filterwarnings("ignore")
folder, columns, method = sys.argv[1], int(sys.argv[2]), sys.argv[3]
x, y, c = numpy.fromfile(f"{folder}/x.bin").reshape(-1, columns), numpy.fromfile(f"{folder}/y.bin"), numpy.fromfile(f"{folder}/c.bin", dtype="<i4")
version = f"scikit-learn {sklearn.__version__}"


def logistic():
    return LogisticRegression(penalty="none", solver="lbfgs", max_iter=1_000).fit(x, c)


def tell_logistic(found):
    odds = found.decision_function(x)
    return {"likelihood": repr(float((c * odds - numpy.logaddexp(0, odds)).sum())), "version": version}


def squares():
    return LinearRegression().fit(x, y)


def tell_squares(found):
    return {"residuals": repr(float(((found.predict(x) - y) ** 2).sum())), "version": version}


def components():
    return PCA(svd_solver="full").fit(x)


def tell_components(found):
    return {"variances": numbers(found.explained_variance_), "loadings": numbers(abs(found.components_[0])), "version": version}


turns(*{"logistic": (logistic, tell_logistic), "least-squares": (squares, tell_squares), "pca": (components, tell_components)}[method])
