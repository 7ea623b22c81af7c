# SPDX-License-Identifier: EPL-2.0
"""RFM by pandas on files of customers (int32), days (int32) and amounts (float64): python3 rfm.py FOLDER THREADS

Customers are numbers here, which is the best case for pandas; days of purchase are counted without duplicates, which is faster than nunique.
"""
import sys

import numpy
import pandas

from turns import turns

folder = sys.argv[1]
data = pandas.DataFrame({
    "customer": numpy.fromfile(folder + "/customers.bin", dtype="<i4"),
    "day": numpy.fromfile(folder + "/days.bin", dtype="<i4"),
    "amount": numpy.fromfile(folder + "/amounts.bin", dtype="<f8"),
})
NAMES = numpy.array(["Champions", "Loyal customers", "Potential loyalists", "New customers", "Promising", "Need attention", "About to sleep",
                     "Cannot lose them", "At risk", "Hibernating", "Lost"])
GRID = numpy.array([[10, 10, 8, 8, 7], [9, 9, 8, 8, 7], [6, 6, 5, 1, 1], [4, 2, 2, 0, 0], [3, 2, 2, 0, 0]])


def grades(values):
    return pandas.qcut(values.rank(method="first"), 5, labels=False) + 1


def rfm():
    groups = data.groupby("customer", sort=False)
    table = groups.agg(last=("day", "max"), money=("amount", "sum"))
    table["frequency"] = data.drop_duplicates(["customer", "day"]).groupby("customer", sort=False).size()
    table["recency"] = data["day"].max() + 1 - table["last"]
    table["r"] = grades(-table["recency"])
    table["f"] = grades(table["frequency"])
    table["m"] = grades(table["money"])
    table["score"] = (table["r"] + table["f"] + table["m"]) / 3
    value = (table["f"] + table["m"] + 1) // 2
    table["segment"] = pandas.Categorical.from_codes(GRID[table["r"].to_numpy() - 1, value.to_numpy() - 1], categories=NAMES)
    table["value"] = value
    matrix = table.pivot_table(index="r", columns="value", values="money", aggfunc=["size", "sum"])
    segments = table.groupby("segment", observed=False).agg(customers=("money", "size"), money=("money", "sum"), recency=("recency", "mean"),
                                                            frequency=("frequency", "mean"), each=("money", "mean"))
    return table.sort_values(["r", "f", "m"], ascending=False), segments, matrix


def tell(found):
    table, segments, _ = found
    return {
        "customers": len(table),
        "total": repr(float(table["money"].sum())),
        "days": int(table["frequency"].sum()),
        "best": int(((table["r"] == 5) & (table["f"] == 5) & (table["m"] == 5)).sum()),
        "champions": int(segments.loc["Champions", "customers"]),
        "version": f"pandas {pandas.__version__}",
    }


turns(rfm, tell)
