# SPDX-License-Identifier: EPL-2.0
"""BG/NBD in NumPy and SciPy on customers.bin (float64: repeat purchases, time of the last, age): python3 value.py FOLDER THREADS

The likelihood of Fader, Hardie and Lee (2005) with its slopes, which is far quicker than a search without them; logarithms of the parameters are
searched by L-BFGS-B."""
import sys

import numpy
import scipy
from scipy.optimize import minimize
from scipy.special import digamma, gammaln

from turns import numbers, turns

x, tx, age = numpy.fromfile(f"{sys.argv[1]}/customers.bin").reshape(-1, 3).T.copy()
again = x > 0


def negative(point):
    r, alpha, a, b = numpy.exp(point)
    late, soon = numpy.log(alpha + age), numpy.log(alpha + tx)
    common = gammaln(r + x) - gammaln(r) + r * numpy.log(alpha) + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    stays = -(r + x) * late
    with numpy.errstate(invalid="ignore"):
        stops = numpy.where(again, numpy.log(a) - numpy.log(b + numpy.maximum(x, 1) - 1) - (r + x) * soon, -numpy.inf)
    both = numpy.logaddexp(stays, stops)
    gone = numpy.exp(stops - both)
    by_r = digamma(r + x) - digamma(r) + numpy.log(alpha) - (1 - gone) * late - gone * soon
    by_alpha = r / alpha - (r + x) * ((1 - gone) / (alpha + age) + gone / (alpha + tx))
    whole = digamma(a + b) - digamma(a + b + x)
    by_a = whole + gone / a
    by_b = whole + digamma(b + x) - digamma(b) - gone / (b + numpy.maximum(x, 1) - 1)
    slopes = numpy.array([by_r.mean() * r, by_alpha.mean() * alpha, by_a.mean() * a, by_b.mean() * b])
    return -(common + both).mean(), -slopes


def fit():
    return minimize(negative, numpy.log([1, numpy.median(age) / 4, 1, 1]), jac=True, method="L-BFGS-B", options={"ftol": 1e-12, "gtol": 1e-7})


def tell(found):
    return {"likelihood": repr(float(-found.fun * len(x))), "parameters": numbers(numpy.exp(found.x)), "version": f"SciPy {scipy.__version__}"}


turns(fit, tell)
