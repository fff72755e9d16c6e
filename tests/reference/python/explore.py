"""What Explore says of columns: pandas' describe and skew (by numpy and scipy), histograms, densities, correlations, outliers."""

import warnings

import numpy as np
from _points import table
from scipy import stats
from sklearn.feature_selection import f_classif

COLUMNS = {
    "iris, petal length": ({"dataset": "iris"}, 2),
    "iris, sepal width": ({"dataset": "iris"}, 1),
    "wine, proline": ({"dataset": "wine"}, 12),
    "breast_cancer, area error": ({"dataset": "breast_cancer"}, 13),
    "digits, whole numbers": ({"dataset": "digits"}, 20),
    "digits, constant": ({"dataset": "digits"}, 0),
    "20,000 rows": ({"random": [1, 20000, 1]}, 0),
    "iris plus 1e6": ({"dataset": "iris", "shift": 1e6}, 0),
    "one row": ({"X": [[3, -1.5, 0]]}, 1),
    "two rows": ({"X": [[3, -1.5], [0.1, 0.2]]}, 0),
    "three rows, two equal": ({"X": [[1, 0], [1, 0], [4, 0]]}, 0),
}
TABLES = {
    "iris": {"dataset": "iris"},
    "wine": {"dataset": "wine"},
    "ties and a constant": {"X": [[1, 5, 2], [1, 5, 1], [2, 5, 1], [3, 5, 0]]},
}


def column(x):
    n = len(x)
    varied = n > 1 and np.ptp(x) > 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        skewness = (0.0 if not varied else stats.skew(x, bias=False)) if n > 2 else np.nan
        whole = x.astype(int) if np.all(x == np.round(x)) else x
        edges = np.histogram_bin_edges(whole, "auto")
        grid = np.linspace(x.min() - 1, x.max() + 1, 9)
        density = stats.gaussian_kde(x, "scott")(grid) if varied else None
        z = stats.zscore(x) if varied else np.zeros(n)
    q1, q3 = np.quantile(x, [0.25, 0.75])
    return {
        "min": x.min(), "q25": q1, "median": np.median(x), "q75": q3, "max": x.max(), "mean": x.mean(),
        "std": np.std(x, ddof=1) if n > 1 else np.nan, "skewness": skewness, "distinct": len(np.unique(x)),
        "bins": len(edges) - 1, "counts": np.histogram(x, edges)[0] if len(edges) <= 81 else None,
        "grid": grid, "density": density,
        "zscore_outliers": np.flatnonzero(np.abs(z) > 3),
        "iqr_outliers": np.flatnonzero((x < q1 - 1.5 * (q3 - q1)) | (x > q3 + 1.5 * (q3 - q1))),
    }  # fmt: skip


def cases():
    for name, (points, j) in COLUMNS.items():
        X, _ = table(points)
        x = np.ascontiguousarray(np.asarray(X, dtype=float)[:, j])
        yield {"name": name, "kind": "column", "points": points, "column": j, **column(x)}
    for name, points in TABLES.items():
        X, _ = table(points)
        X = np.asarray(X, dtype=float)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pearson = np.corrcoef(X, rowvar=False)
            spearman = np.corrcoef(np.apply_along_axis(stats.rankdata, 0, X), rowvar=False)
        yield {"name": f"correlation, {name}", "kind": "correlation", "points": points, "pearson": pearson, "spearman": spearman}
    for name in ("iris", "wine"):
        X, y = table({"dataset": name})
        F, _ = f_classif(X, y)
        groups, n = len(np.unique(y)), len(y)
        between = F * (groups - 1)
        yield {"name": f"separation, {name}", "kind": "separation", "points": {"dataset": name}, "separation": between / (between + n - groups)}
