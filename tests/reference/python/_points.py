"""Points and labels told in a few words, so that a case need not spell them. `points.ts` builds the same ones."""

import numpy as np
from sklearn import datasets, preprocessing

TABLES = {
    "iris": datasets.load_iris,
    "wine": datasets.load_wine,
    "breast_cancer": datasets.load_breast_cancer,
    "digits": datasets.load_digits,
}

SCALERS = {"standard": preprocessing.StandardScaler, "minmax": preprocessing.MinMaxScaler}


def table(words: dict) -> tuple[np.ndarray, np.ndarray | None]:
    """
    X (C order; Fortran order where `fortran`) and y of: a table by name (`dataset`), a generator (`make` and its
    parameters), uniform random numbers (`random`: seed, rows, columns), or the points themselves (`X`); then, in this order,
    some `columns`, the first `rows`, a `scaler` ('standard' or 'minmax'), times `factor`, plus `shift`.
    """
    if "dataset" in words:
        X, y = TABLES[words["dataset"]](return_X_y=True)
    elif "make" in words:
        X, y = getattr(datasets, words["make"]["make"])(**{k: v for k, v in words["make"].items() if k != "make"})
    elif "random" in words:
        seed, rows, columns = words["random"]
        X, y = np.random.RandomState(seed).random_sample((rows, columns)), None
    else:
        X, y = np.array(words["X"], dtype=float), None
    if "columns" in words:
        X = X[:, words["columns"]]
    if "rows" in words:
        X, y = X[: words["rows"]], None if y is None else y[: words["rows"]]
    X = np.array(X, dtype=float, order="F" if words.get("fortran") else "C")
    if "scaler" in words:
        X = SCALERS[words["scaler"]]().fit_transform(X)
    X = X * words.get("factor", 1) + words.get("shift", 0)
    return X, y


def labels(words, X: np.ndarray, y: np.ndarray | None):
    """Labels of: 'y' (the true classes), None, a list, random integers (`randint`: seed, low, high), a modulus (`modulo`)."""
    if words is None or isinstance(words, list):
        return words
    if words == "y":
        return y.tolist()
    if "randint" in words:
        seed, low, high = words["randint"]
        return np.random.RandomState(seed).randint(low, high, len(X)).tolist()
    return (np.arange(len(X)) % words["modulo"]).tolist()
