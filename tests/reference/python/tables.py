"""The four small tables as scikit-learn loads them: names, and a digest of every value."""

from _common import digest
from sklearn import datasets

LOADERS = {
    "iris": datasets.load_iris,
    "wine": datasets.load_wine,
    "breast_cancer": datasets.load_breast_cancer,
    "digits": datasets.load_digits,
}


def cases():
    for name, load in LOADERS.items():
        bunch = load()
        yield {
            "name": name,
            "shape": bunch.data.shape,
            "X": digest(bunch.data),
            "y": digest(bunch.target),
            "feature_names": [str(feature) for feature in bunch.feature_names],
            "target_names": [str(target) for target in bunch.target_names],
        }
