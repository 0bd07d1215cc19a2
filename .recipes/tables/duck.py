"""Asks the questions of this folder of open tables with DuckDB: duck.py TABLES QUESTION.sql"""

import csv
import json
import sys
from pathlib import Path

import duckdb

TYPES = {"string": "VARCHAR", "number": "DECIMAL(38, 10)", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}


def main(tables: Path, question: Path) -> None:
    connection = duckdb.connect()
    package = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        columns = {field["name"]: TYPES[field["type"]] for field in resource["schema"]["fields"]}
        path = str(tables / resource["path"]).replace("'", "''")
        connection.execute(
            f"CREATE VIEW \"{resource['name']}\" AS SELECT * FROM read_csv('{path}', header = true, "
            f"columns = {columns}, nullstr = '', quote = '\"', escape = '\"')"
        )
    answer = connection.execute(question.read_text(encoding="utf-8"))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow([column[0] for column in answer.description])
    out.writerows(answer.fetchall())


main(Path(sys.argv[1]), Path(sys.argv[2]))
