"""How long networkx and igraph take for the loops of a graph. Reads a line 'MOST NODES' and one line 'FROM TO' a link;
writes one line 'NAME COUNT SECONDS' for each of the two. MOST 0 is no bound, and then networkx alone is asked."""

import sys
import time


def best(runs, work):
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - began)
        if times[-1] > 5:
            break
    return found, min(times)


most, nodes = map(int, sys.stdin.readline().split())
links = [tuple(map(int, line.split())) for line in sys.stdin]

try:
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(links)
    bound = most or None
    print("networkx", *best(3, lambda: sum(1 for _ in networkx.simple_cycles(graph, length_bound=bound))))
except ImportError:
    pass

try:
    import igraph

    if most:
        graph = igraph.Graph(n=nodes, edges=sorted(set(links)), directed=True)
        print("igraph", *best(3, lambda: len(graph.simple_cycles(mode=igraph.OUT, max=most))))
except ImportError:
    pass
