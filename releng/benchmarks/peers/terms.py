# SPDX-License-Identifier: EPL-2.0
"""TF-IDF of runs of one and two characters by scikit-learn on texts.txt, one text on each line: python3 terms.py FOLDER THREADS"""
import sys

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer

from turns import turns

with open(f"{sys.argv[1]}/texts.txt", encoding="utf-8") as lines:
    texts = lines.read().split("\n")

turns(lambda: TfidfVectorizer(analyzer="char", ngram_range=(1, 2)).fit_transform(texts),
      lambda found: {"terms": found.shape[1], "entries": found.nnz, "sum": repr(float(found.sum())), "version": f"scikit-learn {sklearn.__version__}"})
