"""Writes ridge_reference.json: what scikit-learn makes of one small probe.

Run with Debian's python3-sklearn:  python3 make_ridge_reference.py > ridge_reference.json
"""

import json

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.preprocessing import StandardScaler

random = np.random.RandomState(8)
clips, per_clip, d, k = 15, 6, 5, 2
n = clips * per_clip
clip = np.repeat(np.arange(clips), per_clip)
part = np.where(clip < 9, "TRAIN", np.where(clip < 12, "VALIDATION", "TEST"))
x = random.randn(n, d) * [1, 10, 0.1, 3, 1] + [0, 100, -5, 2, 0]
x[:, 4] = x[:, 0] + 0.01 * random.randn(n)
y = np.stack([x[:, 0] + 0.05 * x[:, 1], x[:, 2] * 20 - x[:, 3]], 1) + 3 * random.randn(n, k)
x, y = np.round(x, 6), np.round(y, 6)

train, validation, test = (part == p for p in ("TRAIN", "VALIDATION", "TEST"))
sx, sy = StandardScaler().fit(x[train]), StandardScaler().fit(y[train])
path = []
for exponent in range(-4, 5):
    model = Ridge(alpha=10.0**exponent).fit(sx.transform(x[train]), sy.transform(y[train]))
    error = mean_squared_error(sy.transform(y[validation]), model.predict(sx.transform(x[validation])))
    path.append((error, exponent, model))
error, exponent, model = min(path, key=lambda entry: entry[0])
prediction = sy.inverse_transform(model.predict(sx.transform(x[test])))
truth = y[test]

pca = PCA(n_components=3, svd_solver="full").fit(x)
print(
    json.dumps(
        {
            "made_with": "scikit-learn " + sklearn.__version__,
            "features": x.tolist(),
            "targets": y.tolist(),
            "clips": clip.tolist(),
            "parts": part.tolist(),
            "lambda": 10.0**exponent,
            "prediction": prediction.tolist(),
            "r2": r2_score(truth, prediction),
            "r2_per_component": r2_score(truth, prediction, multioutput="raw_values").tolist(),
            "pearson": float(np.mean([np.corrcoef(truth[:, j], prediction[:, j])[0, 1] for j in range(k)])),
            "mse": mean_squared_error(truth, prediction),
            "pca_variances": pca.explained_variance_.tolist(),
            "pca_axes": pca.components_.T.tolist(),
        },
        indent=1,
    )
)
