"""All ten scores, the silhouette of each row and the contingency table, of clusterings, random labels and degenerate cases."""

import warnings

import numpy as np
from _points import labels as labels_of
from _points import table
from sklearn import metrics
from sklearn.cluster import DBSCAN, AgglomerativeClustering, Birch, KMeans, MeanShift
from sklearn.metrics.cluster import contingency_matrix

EXTERNAL = (
    "homogeneity_score completeness_score v_measure_score adjusted_rand_score adjusted_mutual_info_score "
    "normalized_mutual_info_score fowlkes_mallows_score"
).split()
INTERNAL = "silhouette_score calinski_harabasz_score davies_bouldin_score".split()
SAMPLE_SIZE = 10_000


def internal(name, X, pred):
    sampled = {"sample_size": SAMPLE_SIZE, "random_state": 0} if name == "silhouette_score" and len(X) > SAMPLE_SIZE else {}
    try:
        return getattr(metrics, name)(X, pred, **sampled)
    except ValueError:
        # Not 2…n-1 labels.
        return None


def silhouettes(X, pred):
    """Of 40 rows spread over the table: enough to tell one row from another."""
    try:
        return metrics.silhouette_samples(X, pred)[:: -(-len(X) // 40)] if len(X) <= SAMPLE_SIZE else None
    except ValueError:
        return None


def case(name, points, true, pred, tolerance=1e-9, tolerance_expected=1e-12):
    """
    `tolerance`: of what depends on distances. scikit-learn computes them as |x|² + |y|² - 2xy and loses digits where they cancel.
    `tolerance_expected`: of what depends on the expected mutual information, where its logarithms of factorials lose some.
    """
    X, y = table(points)
    true_labels, pred_labels = labels_of(true, X, y), labels_of(pred, X, y)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scores = {name: None if true is None else getattr(metrics, name)(true_labels, pred_labels) for name in EXTERNAL}
    return {
        "name": name,
        "points": points,
        "labels_true": true,
        "labels_pred": pred,
        "tolerance": tolerance,
        "tolerance_expected": tolerance_expected,
        "metrics": scores | {name: internal(name, X, pred_labels) for name in INTERNAL},
        "silhouettes": silhouettes(X, pred_labels),
        "contingency": None if true is None or len(X) > 2000 else contingency_matrix(true_labels, pred_labels),
    }


CLUSTERINGS = {
    "KMeans 2": KMeans(2, random_state=0),
    "KMeans 3": KMeans(3, random_state=0),
    "KMeans 8": KMeans(8, random_state=0),
    "random init 20": KMeans(20, init="random", n_init=1, random_state=1),
    "ward 4": AgglomerativeClustering(4),
    "average 5": AgglomerativeClustering(5, linkage="average"),
    "single 6": AgglomerativeClustering(6, linkage="single"),
}


def clusterings():
    for name in ("iris", "wine", "breast_cancer"):
        points = {"dataset": name}
        X, _ = table(points)
        for title, estimator in CLUSTERINGS.items():
            pred = estimator.fit_predict(X)
            # The spread of a cluster of one row comes out as some 1e-8 of its size instead of 0.
            yield case(f"{name}, {title}", points, "y", pred.tolist(), 1e-9 if np.bincount(pred).min() > 1 else 1e-6)
        yield case(f"{name}, the classes themselves", points, "y", "y")
        yield case(f"{name}, random labels", points, "y", {"randint": [3, 0, 5]})
    iris, _ = table({"dataset": "iris"})
    yield case("iris, DBSCAN with noise", {"dataset": "iris"}, "y", DBSCAN(eps=0.42, min_samples=6).fit_predict(iris).tolist())
    yield case("iris, MeanShift", {"dataset": "iris"}, "y", MeanShift(bandwidth=0.9).fit_predict(iris).tolist())
    yield case("iris, Birch", {"dataset": "iris"}, "y", Birch(threshold=0.7, n_clusters=None).fit_predict(iris).tolist(), 1e-6)
    yield case("iris, petals", {"dataset": "iris", "columns": [2, 3]}, "y", KMeans(3, random_state=42).fit_predict(iris[:, 2:]).tolist())
    yield case("iris, petal length alone", {"dataset": "iris", "columns": [2]}, "y", {"randint": [4, 0, 4]})
    digits, _ = table({"dataset": "digits"})
    yield case("digits, KMeans 10", {"dataset": "digits"}, "y", KMeans(10, n_init=1, random_state=0).fit_predict(digits).tolist())
    blobs = {"make": {"make": "make_blobs", "n_samples": 12000, "centers": 5, "random_state": 8}}
    yield case("12,000 rows, the silhouette of a sample", blobs, "y", "y")
    yield case("12,000 rows, random labels and noise", blobs, "y", {"randint": [9, -1, 6]})
    yield case("10,000 rows, the silhouette of all", {"random": [5, 10000, 2]}, {"randint": [1, 0, 3]}, {"modulo": 7})
    yield case("12,000 rows in 4,000 clusters", {"random": [6, 12000, 2]}, {"randint": [2, 0, 4000]}, {"modulo": 4000}, 1e-6, 1e-9)


def scales():
    X, _ = table({"dataset": "iris"})
    pred = KMeans(3, random_state=0).fit_predict(X).tolist()
    for factor, tolerance in ((1e-6, 1e-9), (1e-7, 1e-9), (1e-9, 1e-9), (1e6, 1e-9)):
        yield case(f"iris times {factor:g}", {"dataset": "iris", "factor": factor}, "y", pred, tolerance)
    for shift, tolerance in ((1e3, 1e-8), (-1e6, 1e-2), (1e6, 1e-2)):
        yield case(f"iris plus {shift:g}", {"dataset": "iris", "shift": shift}, "y", pred, tolerance)


def degenerate():
    four = {"X": [[0, 0], [0, 1], [5, 5], [5, 7]]}
    grid = {"X": [[i, j] for i in range(5) for j in range(5)]}
    same = {"X": [[0.1, 0.2]] * 12}
    pairs = {"X": [[0, 0]] * 4 + [[1, 1]] * 4 + [[2, 3]] * 4}
    ring = [int((i - 2) ** 2 + (j - 2) ** 2 > 2) for i in range(5) for j in range(5)]
    yield case("one row", {"X": [[1, 2]]}, [0], [0])
    yield case("two rows, one cluster", {"X": [[1, 2], [3, 4]]}, [0, 1], [0, 0])
    yield case("two rows, two clusters", {"X": [[1, 2], [3, 4]]}, [0, 1], [1, 0])
    yield case("two rows, two clusters, one class", {"X": [[1, 2], [3, 4]]}, [5, 5], [1, 0])
    yield case("a single cluster against a single class", four, [3, 3, 3, 3], [0, 0, 0, 0])
    yield case("a single cluster against two classes", four, [0, 0, 1, 1], [0, 0, 0, 0])
    yield case("two clusters against a single class", four, [0, 0, 0, 0], [0, 0, 1, 1])
    yield case("every row alone", four, [0, 0, 1, 1], [0, 1, 2, 3])
    yield case("every row alone, in both", four, [3, 2, 1, 0], [0, 1, 2, 3])
    yield case("every class a row, two clusters", four, [0, 1, 2, 3], [0, 0, 1, 1])
    yield case("n - 1 clusters", four, [0, 0, 1, 1], [0, 0, 1, 2], 1e-6)
    yield case("independent labels", four, [0, 0, 1, 1], [0, 1, 0, 1])
    yield case("opposite names", four, [0, 0, 1, 1], [1, 1, 0, 0])
    yield case("no classes", four, None, [0, 0, 1, 1])
    yield case("all noise", four, [0, 0, 1, 1], [-1, -1, -1, -1])
    yield case("noise is one more label", four, [0, 0, 1, 1], [-1, 0, 0, -1])
    yield case("any integers as labels", four, [-7, 1000000, 1000000, 3], [2147483647, -2147483648, 2147483647, 5], 1e-6)
    yield case("all points the same", same, {"modulo": 2}, {"modulo": 3})
    yield case("clusters without any spread", pairs, [0] * 6 + [1] * 6, [0] * 4 + [1] * 4 + [2] * 4)
    yield case("duplicates across clusters", pairs, [0] * 6 + [1] * 6, {"modulo": 5})
    yield case("a grid, random labels", grid, {"randint": [0, 0, 3]}, {"randint": [1, 0, 4]})
    yield case("clusters around the same centre", grid, {"randint": [0, 0, 3]}, ring)
    yield case("a constant column", {"X": [[i * 0.37 % 1, 0.1] for i in range(30)]}, {"modulo": 3}, {"randint": [2, 0, 3]})
    yield case("more columns than rows", {"random": [1, 12, 40]}, {"modulo": 2}, {"modulo": 3})
    yield case("random against random, 1,000 rows", {"random": [2, 1000, 3]}, {"randint": [1, 0, 10]}, {"randint": [2, 0, 10]})
    yield case("half the rows alone", {"random": [3, 60, 2]}, {"randint": [1, 0, 30]}, {"randint": [2, 0, 45]}, 1e-6)


def cases():
    yield from clusterings()
    yield from scales()
    yield from degenerate()
