"""Reads each format by a program that is not ours, and compares what it read with the node-link JSON.

usage: check.py FOLDER    with a folder in it for each graph, and in that a file for each format, of the format's name

What is not installed is said in a line that begins with SKIPPED.
"""

import html
import importlib
import json
import pathlib
import shutil
import subprocess
import sys
import unicodedata

READ_BY = []


def installed(name):
    """The module, or None, said once."""
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        print(f"SKIPPED {name}: {error}")
        return None
    READ_BY.append(f"{name} {getattr(module, '__version__', '')}".strip())
    return module


def program(name):
    path = shutil.which(name)
    if path is None:
        print(f"SKIPPED {name}: not installed")
    else:
        READ_BY.append(name)
    return path


def cleaned(text):
    """The text as XML and DOT can hold it: white space as spaces, no other control characters."""
    spaced = "".join(" " if c in "\t\n\v\f\r\x85" else c for c in text)
    return "".join(c for c in spaced if unicodedata.category(c) != "Cc" and c not in "\ufffe\uffff")


def check_networkx(networkx, folder, document):
    wanted = networkx.node_link_graph(document, edges="edges")
    for name, read in [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)]:
        graph = read(folder / name)
        assert graph.is_directed() and graph.is_multigraph(), name
        plain = {node: cleaned(node) for node in wanted}
        assert set(graph) == set(plain.values()), name
        assert set(graph.edges(keys=True)) == {(plain[a], plain[b], key) for a, b, key in wanted.edges(keys=True)}, name
        for node, attributes in wanted.nodes(data=True):
            check_attributes(f"{name} {node}", attributes, graph.nodes[plain[node]])
            assert graph.nodes[plain[node]]["label"] == cleaned(attributes["name"])
        for a, b, key, attributes in wanted.edges(keys=True, data=True):
            found = graph.edges[plain[a], plain[b], key]
            check_attributes(f"{name} {a} {b} {key}", attributes, found)
            assert found["directed"] == (key != "co_occurrence") and type(found["directed"]) is bool
            assert type(found["weight"]) is float
    # The days of the GEXF are those of the JSON.
    graph = networkx.read_gexf(folder / "gexf")
    for a, b, key, attributes in wanted.edges(keys=True, data=True):
        found = graph.edges[cleaned(a), cleaned(b), key].get("by_day", [])
        days = {day: count for day, count in attributes["by_day"].items() if len(day) == len("2024-06-12")}
        assert {start: count for count, start, _ in found} == days and all(day == end for _, day, end in found)


def check_attributes(where, wanted, found):
    for name, value in wanted.items():
        # Lists stay in the JSON, and what is not known stands nowhere.
        if value is None or isinstance(value, (list, dict)) or name == "evidence_total":
            continue
        value = cleaned(value) if isinstance(value, str) else value
        assert found[name] == value and type(found[name]) is type(value), f"{where}: {name}: {found.get(name)!r}"


def check_pandas(pandas, folder, document):
    nodes = pandas.read_csv(folder / "nodes", keep_default_na=False)
    assert list(nodes.columns[:3]) == ["Id", "Label", "Kind"]
    assert list(nodes["Id"]) == [node["id"] for node in document["nodes"]]
    assert [label.lstrip("'") for label in nodes["Label"]] == [node["name"] for node in document["nodes"]]
    assert list(nodes["Count"]) == [node["count"] for node in document["nodes"]]
    edges = pandas.read_csv(folder / "edges")
    assert list(edges.columns[:7]) == ["Id", "Source", "Target", "Type", "Weight", "Kind", "Label"]
    ends = zip(edges["Source"], edges["Target"], edges["Kind"])
    assert list(ends) == [(edge["source"], edge["target"], edge["key"]) for edge in document["edges"]]
    assert edges["Weight"].dtype == float and edges["Id"].is_unique
    assert set(edges["Type"]) <= {"Directed", "Undirected"}
    assert ((edges["Type"] == "Undirected") == (edges["Kind"] == "co_occurrence")).all()

    # As docs/formats.md says to read it.
    whole = {"cameo_code": "string", "source_gw": "Int64", "target_gw": "Int64", "recalled_year": "Int64"}
    events = pandas.read_csv(folder / "events", parse_dates=["event_date"], dtype=whole)
    told = [passage for edge in document["edges"] if edge["kind"] == "event" for passage in edge["evidence"]]
    assert len(events) == len(told) and events["event_id"].is_unique
    assert sorted(events["cameo_code"]) == sorted(passage["cameo"] for passage in told)
    assert sorted(events["goldstein"]) == sorted(passage["goldstein"] for passage in told)
    assert events["event_date"].dtype.kind == "M" and events["goldstein"].dtype == float
    assert events["sentence_number"].dtype == int and str(events["source_gw"].dtype) == "Int64"


def check_rdflib(rdflib, folder, document):
    graph = rdflib.Graph()
    graph.parse(folder / "ntriples", format="nt")
    # Of Python's line ends N-Triples knows only one.
    assert len(graph) == (folder / "ntriples").read_text(encoding="utf-8").count("\n")
    names = {str(graph.value(node, rdflib.DCTERMS.identifier)): str(name) for node, name in graph.subject_objects(rdflib.RDFS.label)}
    assert names == {node["id"]: node["name"] for node in document["nodes"]}
    own = rdflib.Namespace("urn:detente:v1:")
    counts = sorted(int(graph.value(relation, own["count"])) for relation in graph.subjects(own["count"]))
    assert counts == sorted(edge["count"] for edge in document["edges"])
    assert not any(o.ill_typed for o in graph.objects() if isinstance(o, rdflib.Literal))


def check_graphviz(dot, folder, document):
    done = subprocess.run([dot, "-Tdot_json", folder / "dot"], capture_output=True)
    assert done.returncode == 0 and not done.stderr, done.stderr.decode()
    drawn = json.loads(done.stdout)
    nodes = [item for item in drawn["objects"] if "nodes" not in item]
    assert {node["name"] for node in nodes} == {node["id"] for node in document["nodes"]}
    labels = sorted(html.unescape(node["label"]).replace("\\\\", "\\") for node in nodes)
    assert labels == sorted(cleaned(node["name"]) for node in document["nodes"])
    assert len(drawn["edges"]) == len(document["edges"])
    undirected = [edge for edge in drawn["edges"] if edge.get("dir") == "none"]
    assert len(undirected) == sum(edge["kind"] == "co_occurrence" for edge in document["edges"])


def check_schema(validate, folder):
    for name in ["gexf", "gexf-mixed"]:
        validate(folder / name)


def validator():
    """Validates by tests/foreign/gexf.xsd, with what is installed."""
    schema = pathlib.Path(__file__).parent / "gexf.xsd"
    xmllint = shutil.which("xmllint")
    if xmllint is not None:
        READ_BY.append("xmllint")
        return lambda file: subprocess.run([xmllint, "--noout", "--schema", schema, file], check=True, stderr=subprocess.PIPE)
    etree = installed("lxml.etree")
    if etree is None:
        return None
    return lambda file: etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(file))


def main(folder):
    networkx, pandas, rdflib = installed("networkx"), installed("pandas"), installed("rdflib")
    dot, validate = program("dot"), validator()
    for graph in sorted(path for path in pathlib.Path(folder).iterdir() if path.is_dir()):
        document = json.loads((graph / "json").read_text(encoding="utf-8"))
        if networkx:
            check_networkx(networkx, graph, document)
        if pandas:
            check_pandas(pandas, graph, document)
        if rdflib:
            check_rdflib(rdflib, graph, document)
        if dot:
            check_graphviz(dot, graph, document)
        if validate:
            check_schema(validate, graph)
    print("read by:", ", ".join(READ_BY) or "nobody")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
