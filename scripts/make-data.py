"""Writes src/engine/datasets/data/*.ts from scikit-learn's own copies of its four small tables.

Run it with Python and scikit-learn 1.9.1: `python scripts/make-data.py`. Every decimal is the shortest one that
reads back as the very same float64; names of columns and classes stand in src/engine/datasets/spec/.
"""

from pathlib import Path

from sklearn import datasets

OUT = Path(__file__).resolve().parent.parent / "src/engine/datasets/data"


def decimal(value):
    """The shortest decimal of a float64, without the zero at its end or in front of its point."""
    text = repr(float(value))
    if text.endswith(".0"):
        text = text[:-2]
    if text.startswith("0."):
        text = text[1:]
    assert float(text) == value
    return text


def decimals(X):
    return "\n".join(" ".join(decimal(v) for v in row) for row in X)


def letters(X):
    """One letter a value: 'a' is 0, 'q' is 16."""
    assert (X == X.astype(int)).all() and X.min() >= 0 and X.max() <= 16
    return "\n".join("".join(chr(ord("a") + int(v)) for v in row) for row in X)


def write(name, bunch, encoding, encode):
    source = (
        f"// scikit-learn's copy of {name}, written by scripts/make-data.py; see docs/data.md for source and licence.\n"
        "import type { PackedTable } from '../packed.ts';\n\n"
        "export const packed: PackedTable = {\n"
        f"  columns: {bunch.data.shape[1]},\n"
        f"  encoding: '{encoding}',\n"
        f"  classes: '{''.join(str(int(c)) for c in bunch.target)}',\n"
        f"  values: `{encode(bunch.data)}`,\n"
        "};\n"
    )
    (OUT / f"{name}.ts").write_text(source)
    print(name, len(source))


write("iris", datasets.load_iris(), "decimals", decimals)
write("wine", datasets.load_wine(), "decimals", decimals)
write("breast-cancer", datasets.load_breast_cancer(), "decimals", decimals)
write("digits", datasets.load_digits(), "letters", letters)
