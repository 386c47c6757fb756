#!/usr/bin/env python3
"""Writes Sources/Detections/Attack/enterprise-attack.tsv from MITRE's data.

usage: generate-attack-table.py CTI GALAXY VERSION DATE

CTI is a checkout of https://github.com/mitre/cti, MITRE's own STIX files. GALAXY is a checkout of
https://github.com/MISP/misp-galaxy, which carries MITRE's techniques by the same identifiers. VERSION and DATE are those
of the release in GALAXY, such as 19 2026-04-28. The galaxy gives what there is, its names, tactics and successors; CTI,
which may be of an earlier release, the identifiers of tactics and what was deprecated by then. Lines, tab-separated, the
kind first:

    version    VERSION   DATE
    tactic     TA0001    initial-access     Initial Access          in the order of the matrix
    technique  T1059.001 PowerShell         execution,…  state      by identifier; the state is empty, `deprecated` or
                                                                    `revoked`, then with the identifier that replaced it
"""

import json
import pathlib
import sys

if len(sys.argv) != 5:
    sys.exit(__doc__)
cti, galaxy = pathlib.Path(sys.argv[1]) / "enterprise-attack", pathlib.Path(sys.argv[2])
target = pathlib.Path(__file__).resolve().parent.parent / "Sources/Detections/Attack/enterprise-attack.tsv"
# Tactics that are younger than CTI, or have another name by now.
YOUNGER = {"defense-impairment": ("TA0112", "Defense Impairment"), "stealth": ("TA0005", "Stealth")}


def objects(folder):
    for path in sorted((cti / folder).glob("*.json")):
        yield from json.loads(path.read_text())["objects"]


def identifier(thing):
    return next(r["external_id"] for r in thing["external_references"] if r["source_name"] == "mitre-attack")


tactics = {thing["x_mitre_shortname"]: (identifier(thing), thing["name"]) for thing in objects("x-mitre-tactic")}
tactics.update(YOUNGER)
deprecated = {thing["id"].split("--")[1] for thing in objects("attack-pattern") if thing.get("x_mitre_deprecated")}
order = []
for chain, slugs in json.loads((galaxy / "galaxies/mitre-attack-pattern.json").read_text())["kill_chain_order"].items():
    if chain.startswith("attack-"):
        # Each platform lists its tactics in the order of the matrix.
        for place, slug in enumerate(slugs):
            if slug not in order:
                order.insert(order.index(slugs[place - 1]) + 1 if place and slugs[place - 1] in order else 0, slug)

values = json.loads((galaxy / "clusters/mitre-attack-pattern.json").read_text())["values"]
by_uuid = {value["uuid"]: value for value in values}


def successor(value):
    for relation in value.get("related", []):
        if relation["type"] == "revoked-by":
            return by_uuid.get(relation["dest-uuid"])
    return None


def slugs(value):
    found = []
    for entry in value["meta"].get("kill_chain", []):
        chain, slug = entry.split(":")
        if chain.startswith("attack-") and slug not in found:
            found.append(slug)
    return sorted(found, key=order.index)


def state(value):
    replacement, seen = successor(value), {value["uuid"]}
    if replacement is None:
        return "deprecated" if value["uuid"] in deprecated else ""
    # A successor may have been revoked in its turn.
    while replacement["uuid"] not in seen and successor(replacement) is not None:
        seen.add(replacement["uuid"])
        replacement = successor(replacement)
    return "revoked " + replacement["meta"]["external_id"]


lines = [f"version\t{sys.argv[3]}\t{sys.argv[4]}"]
lines += [f"tactic\t{tactics[slug][0]}\t{slug}\t{tactics[slug][1]}" for slug in order]
enterprise = {thing["id"].split("--")[1] for thing in objects("attack-pattern")}
rows = {}
# An identifier may belong to a revoked object and to the live one that took it over: the live one counts.
for value in sorted(values, key=lambda value: (value["meta"]["external_id"], state(value) == "")):
    if value["uuid"] in enterprise or slugs(value):
        name = value["value"].removesuffix(" - " + value["meta"]["external_id"])
        row = ["technique", value["meta"]["external_id"], name, ",".join(slugs(value)), state(value)]
        rows[value["meta"]["external_id"]] = "\t".join(row)
target.write_text("\n".join(lines + list(rows.values())) + "\n")
print(f"{target}: {len(rows)} techniques")
