"""scikit-learn's TF-IDF and logistic regression on the labelled sets, split as Tools/TrainModel splits them.

    python judging_peer.py CASES      one line a set: SET AUC, trained on the set's own part that is not held
"""

import collections
import json
import os
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import FeatureUnion


def is_held(text: str) -> bool:
    """`Example.isHeld`: copies of a text fall on one side."""
    hash = 0xCBF29CE484222325
    for byte in text.encode():
        hash = ((hash ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (hash >> 17) % 3 == 2


def area(rows: list) -> float:
    known = [row for row in rows if not is_held(row["text"])]
    held = [row for row in rows if is_held(row["text"])]
    features = FeatureUnion([
        ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
        ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
    ])
    matrix = features.fit_transform([row["text"] for row in known])
    model = LogisticRegression(solver="liblinear", random_state=0)
    model.fit(matrix, [row["complaint"] for row in known])
    scores = model.decision_function(features.transform([row["text"] for row in held]))
    return roc_auc_score([row["complaint"] for row in held], scores)


def main() -> None:
    sets = collections.defaultdict(list)
    with open(os.path.join(sys.argv[1], "text", "complaints.jsonl"), encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["complaint"] is not None:
                sets[row["src"]].append(row)
    for name in sorted(sets):
        print(name, f"{area(sets[name]):.4f}", flush=True)


if __name__ == "__main__":
    main()
