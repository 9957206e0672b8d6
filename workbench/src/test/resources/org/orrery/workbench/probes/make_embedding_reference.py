"""Writes embedding_reference.json: scikit-learn's t-SNE similarities and divergence, its PCA, and CKA
by the Gram matrices of Kornblith et al. 2019 (eq. 3 to 5) rather than by features.

Run with Debian's python3-sklearn:  /usr/bin/python3 make_embedding_reference.py > embedding_reference.json
"""

import json

import numpy as np
import sklearn
from scipy.spatial.distance import pdist, squareform
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.manifold._t_sne import _joint_probabilities

random = np.random.RandomState(2)
centres = 3 * random.randn(4, 5)
group = np.repeat(np.arange(4), 15)
x = np.round(centres[group] + random.randn(60, 5), 4)
y = np.round(np.tanh(x[:, :3] @ random.randn(3, 4)) + 0.5 * random.randn(60, 4), 4)


def hsic(k, l):
    n = len(k)
    h = np.eye(n) - np.ones((n, n)) / n
    return np.trace(k @ h @ l @ h) / (n - 1) ** 2


k, l = x @ x.T, y @ y.T
p = squareform(_joint_probabilities(squareform(pdist(x, "sqeuclidean")).astype(np.float32), 8, 0))
tsne = TSNE(perplexity=8, method="exact", init="pca", learning_rate="auto", n_iter=750, random_state=0).fit(x)
pca = PCA(2).fit(x)
print(
    json.dumps(
        {
            "made_with": "scikit-learn " + sklearn.__version__,
            "x": x.tolist(),
            "y": y.tolist(),
            "groups": group.tolist(),
            "cka": hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l)),
            "joint": [[float("%.7g" % v) for v in row] for row in p[:6]],
            "divergence": tsne.kl_divergence_,
            "pca": np.abs(pca.transform(x)).round(9).tolist(),
            "explained": float(pca.explained_variance_ratio_.sum()),
        }
    )
)
