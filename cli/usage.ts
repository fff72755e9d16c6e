export const USAGE = `Usage: npm run -s cluster -- FILE…      runs the recipes in the files
       npm run -s cluster -- -          runs the recipes on standard input, one a line, each answered at once

A recipe is JSON. A file holds one, or one a line. Each gives one line of JSON:
  {"dataset": "iris", "algorithm": "KMeans", "params": {"n_clusters": 3, "random_state": 42}}
  {"dataset": {"csv": "flowers.csv", "target": "species"}, "scaler": "standard", "algorithm": "KMeans", "params": {}}
  {"labels_true": [0, 0, 1], "labels_pred": [1, 1, 0], "X": [[0, 1], [0, 2], [5, 5]]}      (scores alone)

A recipe that is wrong gives {"error": "params.eps: must be greater than 0"}; the others still run, and the exit status is 1.
docs/recipe.md tells the whole of it.
`;
