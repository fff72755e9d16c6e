import type { CsvRef, IdxRef } from '../dataset-ref.ts';
import type { PythonPiece } from './dataset.ts';
import { pythonRows, pythonValue } from './python-values.ts';

/** Reads a CSV file as we do: the same columns, the same rows, in the same order. */
export function csvPiece({ csv, target, columns, sep, decimal, header, encoding }: CsvRef): PythonPiece {
  const options = [
    pythonValue(csv),
    ...(sep !== undefined && sep !== ',' ? [`sep=${pythonValue(sep)}`] : []),
    ...(decimal === ',' ? ['decimal=","'] : []),
    ...(header === false ? ['header=None'] : []),
    ...(encoding !== undefined ? [`encoding=${pythonValue(encoding)}`] : []),
    'na_values=["?"]',
  ];
  const lines = [`table = pd.read_csv(${options.join(', ')})`];
  // Without a header pandas calls its columns 0, 1, 2, …, which are numbers.
  if (header === false) lines.push('table.columns = table.columns.astype(str)');
  if (columns) {
    lines.push(`columns = [${columns.map((name) => pythonValue(name)).join(', ')}]`);
  } else {
    const numeric = target === undefined ? 'table' : `table.drop(columns=[${pythonValue(target)}])`;
    lines.push(`columns = ${numeric}.select_dtypes("number").columns.tolist()`);
  }
  lines.push(`table = table.dropna(subset=columns${target === undefined ? '' : ` + [${pythonValue(target)}]`})`);
  lines.push('X = table[columns].to_numpy(dtype=float)');
  if (target !== undefined) lines.push(`y = table[${pythonValue(target)}].to_numpy()`);
  return { imports: ['import pandas as pd'], lines };
}

const READ_IDX = `def read_idx(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        dimensions = file.read(4)[3]
        shape = [int.from_bytes(file.read(4), "big") for _ in range(dimensions)]
        return np.frombuffer(file.read(), dtype=np.uint8).reshape(shape)
`;

/** Reads IDX files as we do. */
export function idxPiece({ idx, labels, transposed }: IdxRef): PythonPiece {
  const all = (files: readonly string[]) =>
    `np.concatenate([read_idx(path) for path in ${files.length > 1 ? pythonRows(files) : `[${pythonValue(files[0]!)}]`}])`;
  const lines = [READ_IDX, `images = ${all(idx)}`];
  if (transposed) lines.push('images = images.transpose(0, 2, 1)');
  lines.push('X = images.reshape(len(images), -1).astype(float)');
  if (labels) lines.push(`y = ${all(labels)}`);
  return { imports: ['import gzip', 'import numpy as np'], lines };
}

/** The index of a column that only the file knows: the names of pixels count them, those of a CSV file are looked up. */
export function columnInFile(feature: string | number): string {
  if (typeof feature === 'number') return String(feature);
  const pixel = /^pixel(\d+)$/.exec(feature);
  return pixel ? String(Number(pixel[1]) - 1) : `columns.index(${pythonValue(feature)})`;
}
