"""Ten random weighted graphs and what networkx says of them, as JSON.

Made again by `python3 by_networkx.py [SEED] > by_networkx.json`. The tests hold the measures of this crate against it: against the recorded file always, and against graphs made afresh
where python3 has networkx.
"""

import itertools
import json
import random
import sys

import networkx as nx

# How long an edge of weight 1 is: what all whole weights divide.
UNIT = 2520


def graph(number, rng):
    """A graph with isolated nodes, dead ends and islands; every second one directed."""
    directed = number % 2 == 1
    nodes = 8 + 4 * number
    made = nx.DiGraph() if directed else nx.Graph()
    made.add_nodes_from(range(nodes))
    pairs = itertools.permutations(range(nodes), 2) if directed else itertools.combinations(range(nodes), 2)
    density = rng.choice([2, 4, 8]) / nodes
    for a, b in pairs:
        if rng.random() < density * (1 if a % 3 == b % 3 else 0.4):
            # Whole numbers, so that many ways are equally long; or anything.
            made.add_edge(a, b, weight=rng.randint(1, 9) if number % 3 else round(rng.uniform(0.1, 9), 3))
    for a, b, data in made.edges(data=True):
        weight = data["weight"]
        # networkx takes ways for equally long only if their lengths are the same to the last bit, which 1/3 + 1/6 and
        # 1/2 need not be. So lengths are whole where weights are.
        data["length"] = UNIT // weight if isinstance(weight, int) else UNIT / weight
    return made


def by_chance(ties, weight):
    """The disparity filter's probability, of one end of an edge."""
    return (1 - weight / sum(ties)) ** (len(ties) - 1)


def backbone(made, significance):
    """networkx has no disparity filter; this is the formula of Serrano, Boguñá and Vespignani."""
    out = made.out_edges if made.is_directed() else made.edges
    into = made.in_edges if made.is_directed() else made.edges
    weights = lambda edges: [weight for _, _, weight in edges]
    kept = []
    for a, b, weight in made.edges(data="weight"):
        ends = [by_chance(weights(out(a, data="weight")), weight), by_chance(weights(into(b, data="weight")), weight)]
        if min(ends) < significance:
            kept.append([a, b])
    return sorted(kept)


def page_rank(made):
    """To a tolerance that is for the mean of all nodes, and by default larger than what is asked of this crate."""
    exact = {"tol": 1e-13, "max_iter": 10_000}
    try:
        return nx.pagerank(made, **exact)
    except ImportError:
        # Without numpy and scipy: the one in plain Python that networkx tests that one against.
        return nx.algorithms.link_analysis.pagerank_alg._pagerank_python(made, **exact)


def values(scores):
    return [scores[node] for node in sorted(scores)]


def described(number, rng):
    made = graph(number, rng)
    directed = made.is_directed()
    partition = [rng.randrange(4) for _ in made]
    sets = [{node for node in made if partition[node] == part} for part in sorted(set(partition))]
    louvain = nx.community.louvain_communities(made, seed=1)
    lengths = nx.single_source_dijkstra_path_length(made, 0, weight="length")
    return {
        "directed": directed,
        "nodes": len(made),
        "edges": [[a, b, weight] for a, b, weight in sorted(made.edges(data="weight"))],
        "degree": values(dict(made.degree(weight="weight"))),
        "out_degree": values(dict((made.out_degree if directed else made.degree)(weight="weight"))),
        "in_degree": values(dict((made.in_degree if directed else made.degree)(weight="weight"))),
        "page_rank": values(page_rank(made)),
        "betweenness": values(nx.betweenness_centrality(made, weight="length")),
        "closeness": [UNIT * value for value in values(nx.closeness_centrality(made, distance="length"))],
        "partition": partition,
        "modularity": nx.community.modularity(made, sets),
        "louvain": nx.community.modularity(made, louvain),
        "lengths": [lengths[node] / UNIT if node in lengths else None for node in made],
        "backbone": backbone(made, 0.2),
    }


if __name__ == "__main__":
    rng = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    rows = [json.dumps(described(number, rng)) for number in range(10)]
    print("[\n" + ",\n".join(rows) + "\n]")
