"""
AgglomerativeClustering, whole: labels, the merge tree, the heights.

`unstable` says that scikit-learn itself ends with other labels when every value is moved by a relative 1e-13: a tie was decided by
the order of the rows, or by rounding. Ours breaks ties and rounds as scipy does, so these are compared like the others.
"""

from _common import summary
from _trees import (
    CANCER,
    IRIS,
    PETALS,
    WINE,
    digits,
    integers,
    lattice,
    made,
    moved,
    quietly,
    random,
    repeated,
    scaled,
    tenths,
    with_constant,
)
from sklearn.cluster import AgglomerativeClustering

LINKAGES = ("ward", "complete", "average", "single")


def fit(X, params):
    return quietly(lambda: AgglomerativeClustering(**params, compute_distances=True).fit(X))


def case(name, points, scaler="none", **params):
    X = scaled(points, scaler)
    model = fit(X, params)
    found = {
        "name": name,
        "points": points,
        "params": params,
        "labels": model.labels_,
        "n_clusters": model.n_clusters_,
        "children": summary(model.children_),
        "distances": summary(model.distances_),
    }
    if scaler != "none":
        found["scaler"] = scaler
    if any((fit(Y, params).labels_ != model.labels_).any() for Y in moved(X)):
        found["unstable"] = True
    return found


def tables():
    for linkage in LINKAGES:
        for k in (2, 3, 8):
            yield case(f"petals, {linkage}, k {k}", PETALS, linkage=linkage, n_clusters=k)
        yield case(f"petals scaled, {linkage}", PETALS, "standard", linkage=linkage, n_clusters=3)
        yield case(f"iris, {linkage}", IRIS, linkage=linkage, n_clusters=3)
        yield case(f"iris scaled, {linkage}", IRIS, "standard", linkage=linkage, n_clusters=4)
        yield case(f"wine, {linkage}", WINE, linkage=linkage, n_clusters=3)
        yield case(f"wine scaled, {linkage}", WINE, "standard", linkage=linkage, n_clusters=3)
        yield case(f"breast_cancer scaled, {linkage}", CANCER, "standard", linkage=linkage, n_clusters=2)
        yield case(f"digits, {linkage}", digits(300), linkage=linkage, n_clusters=10)
    yield case("the defaults", IRIS)


def metrics():
    for metric in ("manhattan", "chebyshev", "cosine", "l1", "l2", "cityblock", "minkowski"):
        for linkage in ("complete", "average", "single"):
            yield case(f"iris, {metric}, {linkage}", IRIS, linkage=linkage, metric=metric, n_clusters=3)
    for columns in (1, 2, 3, 5, 8):
        yield case(f"cosine, {columns} columns", random(columns, 40, columns, shift=0.1), linkage="average", metric="cosine", n_clusters=4)


def thresholds():
    for linkage, threshold in (("ward", 10), ("complete", 4), ("average", 1.5), ("single", 0.3)):
        yield case(f"petals, {linkage}, threshold {threshold}", PETALS, linkage=linkage, n_clusters=None, distance_threshold=threshold)
    for threshold in (0, 1, 1.5, 100):
        yield case(f"lattice, threshold {threshold}", lattice(5, 4), linkage="single", n_clusters=None, distance_threshold=threshold)


def shapes():
    for linkage in LINKAGES:
        yield case(f"moons, {linkage}", made("moons", 200, 1, noise=0.06), linkage=linkage, n_clusters=2)
    yield case("circles, single", made("circles", 200, 2, noise=0.04, factor=0.5), linkage="single", n_clusters=2)
    yield case("blobs", made("blobs", 300, 3, centers=4, n_features=5), n_clusters=4)
    yield case("swiss roll", made("swiss_roll", 250, 4), n_clusters=6)


def ties():
    for linkage in LINKAGES:
        yield case(f"lattice 6 × 5, {linkage}", lattice(6, 5), linkage=linkage, n_clusters=5)
        yield case(f"lattice of tenths, {linkage}", lattice(7, 7, 0.1), linkage=linkage, n_clusters=4)
        yield case(f"integers in the plane, {linkage}", integers(1, 80, 2, 9), linkage=linkage, n_clusters=6)
        yield case(f"integers in space, {linkage}", integers(2, 60, 4, 4), linkage=linkage, n_clusters=5)
        yield case(f"tenths, {linkage}", tenths(3, 90, 3), linkage=linkage, n_clusters=7)
        yield case(f"every point three times, {linkage}", repeated(4, 20, 3, 3), linkage=linkage, n_clusters=12)


def extremes():
    for linkage in LINKAGES:
        yield case(f"two rows, {linkage}", {"X": [[1.0, 2.0], [4.0, 6.0]]}, linkage=linkage)
        yield case(f"k = n, {linkage}", random(5, 12, 2), linkage=linkage, n_clusters=12)
        yield case(f"k = 1, {linkage}", random(5, 12, 2), linkage=linkage, n_clusters=1)
        yield case(f"all rows equal, {linkage}", {"X": [[1.5, -2.0]] * 7}, linkage=linkage, n_clusters=3)
        yield case(f"offset of 1e6, {linkage}", random(6, 80, 3, shift=1e6), linkage=linkage, n_clusters=4)
        yield case(f"ten columns, {linkage}", random(7, 150, 10), linkage=linkage, n_clusters=9)
    yield case("one column", random(8, 100, 1), n_clusters=5)
    yield case("three rows, k 2", {"X": [[0.0], [1.0], [3.0]]}, n_clusters=2)
    for at in (0, 2):
        yield case(f"constant column {at}", with_constant(9, 50, 3, at), linkage="average", n_clusters=4)
    yield case("tiny values", random(10, 60, 2, factor=1e-9), n_clusters=4)


def cases():
    for group in (tables, metrics, thresholds, shapes, ties, extremes):
        yield from group()
