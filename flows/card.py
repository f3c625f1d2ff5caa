"""The dataset card of an output: what is in it and how to read it, for people and for Hugging Face."""

from collections import Counter

import pyarrow as pa

from flows.footers import SCHEMA, Settings, read_footer
from flows.parts import TABLES
from flows.store import Output
from flows.summary import Summary, from_json

MARK = "<!-- written by pagewash clean; each run writes it anew -->"
ROWS = {
    "articles": "one row an article",
    "cuts": "one row a line or a span that was removed, with the cleaner and its reason",
    "rejects": "one row a page that holds no article, with the reason",
}


def write_card(output: Output, settings: Settings) -> None:
    """Write OUTPUT/README.md from the footers of all parts; a README of someone else stays."""
    there = output.read_text("README.md")
    if there and MARK not in there:
        return
    counts: Counter[str] = Counter()
    summary = Summary()
    made: Counter[str] = Counter()
    for name in sorted(output.parts()):
        footer = read_footer(output, "articles", name)
        if "summary" in footer:
            counts.update({table: int(footer[table]) for table in TABLES})
            summary.add(from_json(footer["summary"]))
            made[f"version {footer['version']}, recipe {footer['recipe'][:12]}"] += 1
    output.write_text("README.md", _card(counts, summary, made))


def _hugging_face() -> str:
    """The card's head: each table a configuration, with the columns that these readers know; they know no map."""
    configs, infos = ["configs:"], ["dataset_info:"]
    for table, schema in TABLES.items():
        known = [field for field in schema if not pa.types.is_map(field.type)]
        listed = ", ".join(field.name for field in known)
        configs += [f"- config_name: {table}", f"  data_files: {table}/*.parquet", f"  columns: [{listed}]"]
        infos += [f"- config_name: {table}", "  features:"]
        for field in known:
            kind = "list: string" if pa.types.is_list(field.type) else f"dtype: {field.type}"
            infos += [f"  - name: {field.name}", f"    {kind}"]
    return "\n".join(configs + infos)


def _card(counts: Counter[str], summary: Summary, made: Counter[str]) -> str:
    tables = "\n".join(f"| `{table}/*.parquet` | {counts[table]:,} | {ROWS[table]} |" for table in TABLES)
    columns = "\n\n".join(
        f"`{table}`: " + ", ".join(f"{field.name} ({field.type}{'?' if field.nullable else ''})" for field in schema)
        for table, schema in TABLES.items()
    )
    reasons = "".join(f"| {reason} | {number:,} |\n" for reason, number in summary.rejects.most_common())
    rejected = f"\n| rejected for | pages |\n|---|---|\n{reasons}" if reasons else ""
    return f"""---
{_hugging_face()}
---
{MARK}

# Articles cleaned by pagewash

| files | rows | |
|---|---|---|
{tables}
{rejected}
Made by pagewash, {"; ".join(f"{by} ({parts} parts)" for by, parts in sorted(made.items()))}; schema {SCHEMA}.

## Columns

{columns}

## Reading it

```python
import duckdb

duckdb.sql("SELECT title, published, text FROM 'articles/*.parquet' WHERE language = 'en'")
```

```python
from datasets import load_dataset

articles = load_dataset(".", "articles", split="train")
```

The articles are other people's work, cleaned; what may be done with them is for their owners to say.
"""
