"""
SpectralClustering: the partition, and the eigenvalues of the normalised Laplacian.

A repeated eigenvalue leaves its vectors free to turn, and where it is cut through (the graph falls into more parts than there are
columns, all points are tied alike) or where the way of assigning labels feels the turn, chance decides. `free` says so: only what
is stable is asked for then, the eigenvalues. `unstable`: scikit-learn itself ends elsewhere when values are moved by a relative
1e-13, or with two threads.
"""

import numpy as np
from _density import blobs, circles, grid, lattice, moons, moved, quiet, repeated, with_constant
from _points import table
from scipy.sparse.csgraph import laplacian
from sklearn.cluster import SpectralClustering
from sklearn.metrics import adjusted_rand_score

IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}
NEAREST = {"affinity": "nearest_neighbors"}
# Eigenvalues nearer to each other than this are one, as far as a start from rounding errors goes.
SAME = 1e-9
# Points that mirror each other leave several partitions equally good, and rounding chooses between them.
MIRRORED = ("grid 3 × 3", "grid 6 × 5", "k = n - 1 = 3")


def spectrum(model):
    """The eigenvalues of the Laplacian as SpectralClustering takes it: 1 on the diagonal, even of a node without ties."""
    A = model.affinity_matrix_
    L = laplacian(A.toarray() if hasattr(A, "toarray") else A, normed=True)
    np.fill_diagonal(L, 1)
    return np.linalg.eigvalsh(L)


def freedom(values, columns, params):
    """Why the vectors are not determined well enough, or None."""
    if columns == 1 and values[1] > SAME:
        return "the only column is constant, and k-means works on its rounding errors"
    if columns < len(values) and values[columns] - values[columns - 1] < SAME:
        return "the last eigenvalue is repeated beyond the columns that are kept"
    if params.get("assign_labels") in ("discretize", "cluster_qr") and np.min(np.diff(values[:columns]), initial=1) < SAME:
        return "an eigenvalue is repeated, and this way of assigning labels feels how its vectors are turned"
    return None


def case(name, points, **params):
    X, _ = table(points)
    params = {"random_state": 0, **params}
    model = quiet(lambda: SpectralClustering(**params).fit(X))
    others = [quiet(lambda: SpectralClustering(**params).fit(X), threads=2)]
    others += [quiet(lambda: SpectralClustering(**params).fit(Y)) for Y in moved(X)]
    values = spectrum(model)
    columns = min(params.get("n_components") or params.get("n_clusters", 8), len(X))
    found = {"name": name, "points": points, "params": params, "labels": model.labels_, "eigenvalues": values[:columns]}
    reason = "partitions that mirror each other are equally good" if name in MIRRORED else freedom(values, columns, params)
    if reason and params.get("n_clusters", 8) > 1:
        found["free"] = reason
    if any(adjusted_rand_score(model.labels_, other.labels_) < 1 for other in others):
        found["unstable"] = True
    return found


def tables():
    for assign in ("kmeans", "discretize", "cluster_qr"):
        yield case(f"petals, gamma 1, {assign}", PETALS, n_clusters=3, assign_labels=assign)
        yield case(f"petals, nearest, {assign}", PETALS, n_clusters=3, assign_labels=assign, **NEAREST)
        yield case(f"iris, gamma 1, {assign}", IRIS, n_clusters=3, assign_labels=assign, random_state=42)
        yield case(f"iris, 15 nearest, {assign}", IRIS, n_clusters=3, n_neighbors=15, assign_labels=assign, **NEAREST)
        wine = {"dataset": "wine", "scaler": "standard"}
        yield case(f"wine, gamma 0.1, {assign}", wine, n_clusters=3, gamma=0.1, assign_labels=assign)
        yield case(f"wine, nearest, {assign}", wine, n_clusters=3, assign_labels=assign, **NEAREST)
    yield case("iris, the defaults", IRIS)
    yield case("iris, standardised", {**IRIS, "scaler": "standard"}, n_clusters=4)
    yield case("iris, min-max, gamma 10", {**IRIS, "scaler": "minmax"}, n_clusters=3, gamma=10)
    yield case("iris times 1e-3, gamma 1e6", {**IRIS, "factor": 1e-3}, n_clusters=3, gamma=1e6)
    yield case("petals plus 1e6, nearest", {**PETALS, "shift": 1e6}, n_clusters=3, n_neighbors=12, **NEAREST)
    cancer = {"dataset": "breast_cancer", "scaler": "standard"}
    yield case("breast cancer, nearest", cancer, n_clusters=2, random_state=42, **NEAREST)
    yield case("breast cancer, gamma 0.01", cancer, n_clusters=3, gamma=0.01)
    digits = {"dataset": "digits", "rows": 300, "factor": 0.0625}
    yield case("digits, 300 rows, nearest", digits, n_clusters=10, random_state=42, **NEAREST)
    yield case("digits, 300 rows, gamma 0.1", digits, n_clusters=10, gamma=0.1)
    yield case("digits, 300 rows, cluster_qr", digits, n_clusters=10, assign_labels="cluster_qr", **NEAREST)


def made():
    for n in (60, 300):
        yield case(f"blobs, {n} rows", blobs(n, 2, 3), n_clusters=3)
        yield case(f"blobs, {n} rows, nearest", blobs(n, 2, 3), n_clusters=3, **NEAREST)
    for columns in (1, 3, 5, 10):
        yield case(f"blobs, {columns} columns, gamma 0.1", blobs(90, columns, columns), n_clusters=3, gamma=0.1)
        yield case(f"blobs, {columns} columns, nearest", blobs(91, columns, columns), n_clusters=3, n_neighbors=40, **NEAREST)
    for assign in ("kmeans", "discretize", "cluster_qr"):
        yield case(f"moons, nearest, {assign}", moons(200, 0), n_clusters=2, n_neighbors=14, assign_labels=assign, **NEAREST)
        yield case(f"moons, gamma 20, {assign}", moons(200, 0), n_clusters=2, gamma=20, assign_labels=assign)
        yield case(f"circles, gamma 30, {assign}", circles(198, 2), n_clusters=2, gamma=30, assign_labels=assign)
    yield case("circles, nearest", circles(198, 2), n_clusters=2, **NEAREST)
    yield case("moons, 500 rows, k 6", moons(500, 1), n_clusters=6, **NEAREST)
    yield case("s curve, nearest", {"make": {"make": "make_s_curve", "n_samples": 250, "random_state": 4}}, n_clusters=4, **NEAREST)
    yield case("swiss roll, gamma 0.5", {"make": {"make": "make_swiss_roll", "n_samples": 250, "random_state": 4}}, n_clusters=5, gamma=0.5)


def parameters():
    points = {"random": [5, 80, 3]}
    for gamma in (0, 0.1, 1, 10, 100):
        yield case(f"gamma {gamma}", points, n_clusters=4, gamma=gamma)
    for neighbours in (3, 5, 39, 40, 60):
        yield case(f"{neighbours} neighbours", points, n_clusters=4, n_neighbors=neighbours, **NEAREST)
    for components in (1, 2, 6, 12):
        yield case(f"{components} components", points, n_clusters=4, n_components=components)
    yield case("6 components, discretize", points, n_clusters=4, n_components=6, assign_labels="discretize")
    yield case("6 components, cluster_qr", points, n_clusters=4, n_components=6, assign_labels="cluster_qr")
    for runs in (1, 3):
        yield case(f"n_init {runs}", points, n_clusters=5, n_init=runs, random_state=3)
    yield case("lobpcg", blobs(120, 3, 8), n_clusters=3, gamma=0.1, eigen_solver="lobpcg")
    yield case("k 1", points, n_clusters=1)
    yield case("k 20", points, n_clusters=20, gamma=20)


def hard():
    yield case("two rows, one cluster", {"X": [[3.0], [5.0]]}, n_clusters=1)
    yield case("two rows, two clusters", {"X": [[3.0], [5.0]]}, n_clusters=2)
    for rows in (3, 5, 8):
        yield case(f"k = n = {rows}", {"random": [rows, rows, 2]}, n_clusters=rows, gamma=10)
        yield case(f"k = n - 1 = {rows}", {"random": [rows, rows + 1, 2]}, n_clusters=rows, n_neighbors=3, **NEAREST)
    yield case("all rows equal", {"X": [[1.5, -2.0]] * 6}, n_clusters=2)
    yield case("all neighbours of each other", {"random": [3, 12, 2]}, n_clusters=3, n_neighbors=12, **NEAREST)
    yield case("each only its own neighbour", {"random": [3, 12, 2]}, n_clusters=3, n_neighbors=1, **NEAREST)
    yield case("more parts than clusters", repeated(1, 12, 2, 6), n_clusters=3, n_neighbors=5, **NEAREST)
    yield case("as many parts as clusters", repeated(1, 4, 2, 12), n_clusters=4, n_neighbors=10, **NEAREST)
    yield case("two points out of all reach", {"X": [*np.round(np.random.RandomState(1).rand(30, 2), 3).tolist(), [90, 90], [-90, 90]]}, n_clusters=3)
    for a, b in ((3, 3), (6, 5), (9, 4)):
        yield case(f"grid {a} × {b}", grid(a, b), n_clusters=3)
        yield case(f"grid {a} × {b}, nearest", grid(a, b), n_clusters=3, n_neighbors=5, **NEAREST)
    for seed, columns in ((0, 1), (1, 2), (2, 4), (3, 9)):
        yield case(f"lattice with duplicates, {columns} columns", lattice(seed, 70, columns, 8), n_clusters=3, gamma=0.5)
        yield case(f"lattice with duplicates, {columns} columns, nearest", lattice(seed, 70, columns, 8), n_clusters=3, **NEAREST)
    yield case("every point three times", repeated(2, 30, 3, 3), n_clusters=4)
    yield case("a constant column", with_constant(2, 60, 3, 1), n_clusters=4)
    yield case("a constant column, nearest", with_constant(2, 60, 3, 1), n_clusters=4, **NEAREST)
    yield case("offset 1e6", {"random": [7, 60, 3], "shift": 1e6}, n_clusters=4, **NEAREST)


def cases():
    yield from tables()
    yield from made()
    yield from parameters()
    yield from hard()
