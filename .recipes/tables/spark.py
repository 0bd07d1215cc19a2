"""Asks the same with Spark SQL in local mode: spark.py TABLES QUESTION.sql"""

import csv
import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession

TYPES = {"string": "STRING", "number": "DECIMAL(38, 10)", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}


def main(tables: Path, question: Path) -> None:
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    package = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        schema = ", ".join(f"`{field['name']}` {TYPES[field['type']]}" for field in fields)
        read = session.read.csv(str(tables / resource["path"]), schema=schema, header=True, quote='"', escape='"', multiLine=True)
        read.createOrReplaceTempView(resource["name"])
    answer = session.sql(question.read_text(encoding="utf-8"))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(answer.columns)
    out.writerows(answer.collect())


main(Path(sys.argv[1]), Path(sys.argv[2]))
