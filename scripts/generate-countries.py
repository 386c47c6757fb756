#!/usr/bin/env python3
"""Writes Sources/PythonLibrary/Countries/CountryTable+Data.swift: the countries of ISO 3166-1.

The source is the data package country-codes (https://github.com/datasets/country-codes, Public Domain Dedication and
License): codes, the United Nations' names, and the formal names of UNTERM. The package pycountry, whose interface rules use,
has its names from elsewhere under a licence that does not suit a static binary, so no file of it is read here; where ISO
writes a name otherwise than the United Nations, the tables below say how.

    curl -LO https://raw.githubusercontent.com/datasets/country-codes/main/data/country-codes.csv
    python3 scripts/generate-countries.py country-codes.csv
"""

import csv
import pathlib
import re
import sys

FILE = pathlib.Path(__file__).resolve().parent.parent / "Sources/PythonLibrary/Countries/CountryTable+Data.swift"

# Short names as ISO 3166-1 has them.
NAMES = {
    "CD": "Congo, The Democratic Republic of the",
    "CI": "Côte d'Ivoire",
    "FK": "Falkland Islands (Malvinas)",
    "GB": "United Kingdom",
    "HK": "Hong Kong",
    "KP": "Korea, Democratic People's Republic of",
    "KR": "Korea, Republic of",
    "MD": "Moldova, Republic of",
    "MF": "Saint Martin (French part)",
    "MO": "Macao",
    "PS": "Palestine, State of",
    "SH": "Saint Helena, Ascension and Tristan da Cunha",
    "SJ": "Svalbard and Jan Mayen",
    "SX": "Sint Maarten (Dutch part)",
    "TW": "Taiwan, Province of China",
    "TZ": "Tanzania, United Republic of",
    "US": "United States",
    "VA": "Holy See (Vatican City State)",
    "VG": "Virgin Islands, British",
    "VI": "Virgin Islands, U.S.",
    "WF": "Wallis and Futuna",
}
# Formal names; empty where ISO has none.
FORMAL = {
    "BA": "Republic of Bosnia and Herzegovina",
    "BQ": "Bonaire, Sint Eustatius and Saba",
    "CD": "",
    "CI": "Republic of Côte d'Ivoire",
    "CK": "",
    "CW": "Curaçao",
    "ER": "the State of Eritrea",
    "GY": "Republic of Guyana",
    "HK": "Hong Kong Special Administrative Region of China",
    "HU": "Hungary",
    "IT": "Italian Republic",
    "KR": "",
    "LY": "Libya",
    "ME": "Montenegro",
    "MM": "Republic of Myanmar",
    "MO": "Macao Special Administrative Region of China",
    "MP": "Commonwealth of the Northern Mariana Islands",
    "NP": "Federal Democratic Republic of Nepal",
    "NU": "Niue",
    "PS": "the State of Palestine",
    "RW": "Rwandese Republic",
    "SX": "Sint Maarten (Dutch part)",
    "TR": "Republic of Türkiye",
    "TW": "Taiwan, Province of China",
    "VA": "",
    "VG": "British Virgin Islands",
    "VI": "Virgin Islands of the United States",
}
# Names that people use.
COMMON = {
    "BO": "Bolivia",
    "IR": "Iran",
    "KP": "North Korea",
    "KR": "South Korea",
    "LA": "Laos",
    "MD": "Moldova",
    "SY": "Syria",
    "TW": "Taiwan",
    "TZ": "Tanzania",
    "VE": "Venezuela",
    "VN": "Vietnam",
}


def row(country):
    code = country["ISO3166-1-Alpha-2"]
    # The United Nations write `Bolivia (Plurinational State of)`, ISO with a comma.
    name = NAMES.get(code) or re.sub(r"^(.*) \((.*)\)$", r"\1, \2", country["official_name_en"])
    formal = FORMAL.get(code, re.sub(r"^the ", "", country["UNTERM English Formal"]).strip())
    # Only those whose formal name is another one have one.
    if code not in FORMAL and formal == name:
        formal = ""
    number = f"{int(country['ISO3166-1-numeric']):03}"
    return "|".join([country["ISO3166-1-Alpha-3"], code, number, name, formal, COMMON.get(code, "")]).rstrip("|")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = sorted(row(country) for country in csv.DictReader(file) if country["ISO3166-1-Alpha-2"])
    lines = "\n".join("        " + line for line in rows)
    FILE.write_text(
        "// Written by scripts/generate-countries.py from https://github.com/datasets/country-codes, Public Domain\n"
        "// Dedication and License. Do not edit.\n\n"
        "extension CountryTable {\n"
        "    /// A line for each country: three letters, two letters, number, name, formal name, common name.\n"
        f'    static let rows: StaticString = """\n{lines}\n        """\n}}\n',
        encoding="utf-8",
    )
    print(f"{len(rows)} countries")


main()
