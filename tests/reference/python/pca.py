"""PCA, signs included: the first two to five components of all tables, and of tables without so many directions."""

import numpy as np
from _points import table
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler


def case(name, points, n_components, tolerance=1e-9, standard=False):
    """`tolerance` is relative to the largest entry."""
    X, _ = table(points)
    if standard:
        X = StandardScaler().fit_transform(X)
    fitted = PCA(n_components, svd_solver="auto" if len(X) <= 500 or len(X) >= 10 * X.shape[1] else "full").fit(X)
    stride = -(-len(X) // 30)
    return {
        "name": name,
        "points": points,
        "standard": standard,
        "n_components": n_components,
        "tolerance": tolerance,
        "mean": fitted.mean_,
        "components": fitted.components_,
        "explained_variance": fitted.explained_variance_,
        "explained_variance_ratio": fitted.explained_variance_ratio_,
        "coords": fitted.transform(X)[::stride],
    }


def cases():
    for name, count in (("iris", 4), ("wine", 3), ("breast_cancer", 3), ("digits", 2)):
        yield case(name, {"dataset": name}, count)
        yield case(f"{name}, standardised", {"dataset": name}, 2, standard=True)
    yield case("iris, petals", {"dataset": "iris", "columns": [2, 3]}, 2)
    yield case("iris, sepals", {"dataset": "iris", "columns": [0, 1]}, 2)
    yield case("iris, one column", {"dataset": "iris", "columns": [2]}, 1)
    yield case("iris times 1e-6", {"dataset": "iris", "factor": 1e-6}, 2)
    # The covariance is XᵀX - n·mean·meanᵀ: few digits are left.
    yield case("iris plus 1e3", {"dataset": "iris", "shift": 1e3}, 2, 1e-6)
    yield case("30 rows of iris, by the full solver", {"dataset": "iris", "rows": 30}, 4)
    yield case("fewer rows than columns", {"random": [1, 12, 40]}, 5)
    yield case("digits, 50 rows", {"dataset": "digits", "rows": 50}, 3)
    yield case("as many rows as columns", {"random": [2, 6, 6]}, 3)
    yield case("two rows", {"X": [[1, 2, 5], [4, -2, 6]]}, 1)
    yield case("points on a line", {"X": [[i, 2 * i, -3 * i] for i in range(40)]}, 1)
    yield case("an edge of a cube for each row", {"X": np.diag([3.0, 2, 1, 0.5]).tolist()}, 3)
    yield case("600 rows, 100 columns, by the full solver", {"random": [3, 600, 100]}, 2)
