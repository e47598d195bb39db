"""Reads a source file: header, blocks, tables, marked mentions and the relations between them. See ../README.md."""
import csv
import os
import re
from decimal import Decimal

from quantity import parse

PREFIXES = {"la": "legal_aid", "med": "mediation", "cor": "correction", "pub": "publicity", "ev": "evaluation",
            "res": "resettlement", "svc": "service", "eq": "equipment", "law": "lawyer"}
NUMBER = re.compile(r"^[≥≤=<>＞]*\s*[\d０-９][\d０-９,.．]*\s*[余多]?\s*\S{0,6}$")
BREAKS = "，。；：、（）()《》“”—;:,\t"


class SourceError(Exception):
    pass


def indicator(text):
    names = []
    for one in text.split("/"):
        head, _, tail = one.partition(".")
        names.append(None if one == "-" else f"{PREFIXES.get(head, head)}.{tail}")
    return names[0] if len(names) == 1 else names


def choices(text):
    names = [None if t == "-" else t for t in text.split("/")]
    return names[0] if len(names) == 1 else names


class Report:
    def __init__(self, path, regions):
        self.path, self.head, self.blocks, self.regions = path, {}, [], regions
        self.mentions, self.ids, self.relations = [], {}, []
        self.project, self.table, self.spec, self.headings = None, None, {}, {}
        self.weights, self.scores, self.masked = [], [], []
        with open(path, encoding="utf-8") as f:
            text = f.read()
        head, _, rest = text.partition("\n---\n")
        body, _, relations = rest.partition("\n===\n")
        for line in head.splitlines():
            key, _, value = line.partition(":")
            self.head[key.strip()] = value.strip()
        self.region = self.head["region"]
        self.region_name = self.head.get("place") or regions[self.region]["full"]
        self.year = int(self.head["year"])
        self.period = self.head.get("period") or str(self.year)
        self.projects = [p.strip() for p in self.head.get("projects", "").split("|") if p.strip()]
        self.project = self.projects[0] if len(self.projects) == 1 else None
        for number, line in enumerate(body.splitlines(), head.count("\n") + 3):
            try:
                self.line(line.rstrip())
            except (ValueError, KeyError, SourceError) as e:
                raise SourceError(f"{path}:{number}: {e}") from e
        for line in relations.splitlines():
            if line.strip():
                self.relations.append(line.strip())

    # --- blocks -------------------------------------------------------------------------------------------
    def line(self, line):
        if line.startswith("@project "):
            self.project = choices(line[9:].strip())
        elif line.startswith("@period "):
            self.period = line[8:].strip()
        elif line.startswith("%row"):
            self.spec = dict(item.split("=", 1) for item in line[4:].split())
        elif line.startswith("%sheet "):
            self.blocks.append(("sheet", line[7:].strip()))
            self.table = None
        elif line.startswith("%page"):
            self.blocks.append(("page", ""))
        elif line.startswith("|"):
            self.row(line)
            return
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            self.blocks.append((f"h{level}", self.prose(line.lstrip("# "))))
        elif line[:2] in ("! ", "> ", "~ ", "- "):
            kind = {"!": "caption", ">": "right", "~": "cover", "-": "plain"}[line[0]]
            self.blocks.append((kind, self.prose(line[2:])))
        elif line:
            self.blocks.append(("p", self.prose(line)))
        if not line.startswith("%row"):
            self.table = None

    def row(self, line):
        header = line.startswith("|!")
        cells = [c.strip() for c in line[2 if header else 1:].strip().rstrip("|").split("|")]
        if self.table is None:
            self.table = []
            self.blocks.append(("table", self.table))
        if self.table and len(cells) != len(self.table[0]["cells"]):
            raise SourceError(f"{len(cells)} cells where the table has {len(self.table[0]['cells'])}")
        if header:
            for i, c in enumerate(cells):
                above = self.table[-1]["cells"][i] if self.table else ""
                self.headings[i] = self.headings.get(i, "") if c == "^" else self.headings.get(i - 1, "") if c == "<" else c
        label_column = int(self.spec.get("label", -1))
        mark = ""
        while not header and 0 < label_column < len(cells) and cells[label_column] == "<":
            label_column -= 1
        if not header and 0 <= label_column < len(cells) and "@" in cells[label_column]:
            cells[label_column], _, mark = cells[label_column].partition("@")
        shown = [re.sub(r"\{([^;{}]*)[^{}]*\}", r"\1", c) for c in cells]
        visible = [c for c in shown if c not in ("<", "^")]
        text = "\t".join(v.replace("<br>", "\n") for v in visible)
        start, masked = 0, []
        wanted = {} if header else self.wanted(shown, cells, mark, label_column)
        for i, (cell, plain) in enumerate(zip(cells, shown)):
            if plain in ("<", "^"):
                continue
            masked.append(re.sub(r"\{[^{}]*\}", "＿", cell))
            if "{" in cell:
                self.marked(cell.replace("<br>", "\n"), text, start)
            elif i in wanted and NUMBER.match(plain):
                self.add(plain, start, text, wanted[i])
                masked[-1] = "＿"
            start += len(plain.replace("<br>", "\n")) + 1
        self.table.append({"cells": shown, "header": header})
        self.masked.append("\t".join(masked))
        self.pair()

    def wanted(self, shown, cells, mark, label_column):
        """What each column of the current `%row` line makes of a bare cell."""
        if label_column < 0:
            return {}
        mark, _, ident = mark.partition("#")
        mark, _, more = mark.partition("~")
        label = shown[label_column]
        for row in reversed(self.table):
            if label != "^":
                break
            label = row["cells"][label_column]
        out, self.current = {}, {"id": ident, "mark": mark}
        label = re.sub(r"^(指标\d+：|其中：)", "", label)
        breakdown, project, name = None, None, None
        kind, _, argument = mark.partition(":")
        if kind == "b":
            breakdown = choices(argument or label)
        elif kind == "p":
            project = argument or label
        elif kind == "r":
            breakdown = label
        elif kind not in ("*", "total", ""):
            name = indicator(kind)
            breakdown = choices(argument) if argument else None
        for key, place in self.spec.items():
            if key in ("label", "unit"):
                continue
            column, sign, unit_column = (place.split(":") + ["", ""])[:3]
            column = int(column)
            heading = self.headings.get(column, "")
            o = {"key": key, "label": label, "breakdown": breakdown, "ident": ident}
            if project:
                o["project"] = project
            if kind == "r":
                o["region_code"] = argument
            if sign and sign.isdigit():
                o["sign"] = shown[int(sign)]
            if unit_column:
                o["unit"] = shown[int(unit_column)] if unit_column.isdigit() else unit_column
            if key in ("t", "a", "m"):
                if kind in ("*", "total", "b", "p", "r", ""):
                    if kind:
                        continue
                o |= {"indicator": name, "role": "actual" if key == "a" else "target"}
                if "stage" in self.head:
                    o["period"] = self.head["stage"] if key in "ma" else str(self.year)
            elif key in ("w", "s"):
                o |= {"indicator": "evaluation.item_weight" if key == "w" else "evaluation.item_score", "unit": "分",
                      "role": "target" if key == "w" else "actual", "optional": True, "breakdown": None,
                      "label": label + ("分值" if key == "w" else "得分")}
                if kind == "total":
                    o["indicator"] = ["evaluation.item_weight", "evaluation.score"] if key == "w" else "evaluation.score"
                    o["optional"] = key == "w"
                if kind == "sub":
                    continue
            else:
                o |= {"indicator": indicator(key.partition(":")[2]), "role": "actual",
                      "label": label + re.sub("[(（].*[)）]", "", heading)}
                if more and key.endswith("fund.spent"):  # only what is paid out can be a subsidy
                    o["indicator"] = [o["indicator"], *map(indicator, more.split("/"))]
                if "stage" in self.head and "fund.budget" in key:
                    o["period"] = str(self.year)  # a budget is the year's, whenever it is told
                if "rate" not in key:
                    o.setdefault("unit", self.spec.get("unit"))
                else:
                    o.setdefault("unit", "%" if "%" not in shown[column] else None)
            out[column] = o
        return out

    def pair(self):
        """A form row with a target and an actual is a relation; weights and scores add up to the total row."""
        row = {m["key"]: m for m in self.mentions if m.get("key") and m.get("row") == len(self.table) - 1 and m["table"] is self.table}
        for goal in ("t", "m"):
            if "a" in row and goal in row:
                self.relations.append(("target", row["a"], row[goal]))

    # --- mentions -----------------------------------------------------------------------------------------
    def prose(self, line):
        self.masked.append(re.sub(r"\{[^{}]*\}", "＿", line))
        text = re.sub(r"\{([^;{}]*)[^{}]*\}", r"\1", line)
        self.marked(line, text, 0)
        return text

    def marked(self, line, text, offset):
        position, last = offset, offset
        for piece in re.split(r"(\{[^{}]*\})", line):
            if not piece.startswith("{"):
                position += len(piece)
                continue
            fields = piece[1:-1].split(";")
            o = {"indicator": indicator(fields[1]) if len(fields) > 1 and fields[1] else None}
            label = None
            for f in fields[2:]:
                key, _, value = f.partition("=")
                if f.startswith("#"):
                    o["ident"] = f[1:]
                elif key == "l":
                    label = value
                elif key == "b":
                    o["breakdown"] = choices(value)
                elif key == "p":
                    o["project"] = choices(value)
                elif key == "y":
                    o["period"] = value
                elif key == "u":
                    o["unit"] = value
                elif key == "c":
                    o["comparator"] = choices(value)
                elif key == "v":
                    o["value"] = value
                elif f == "t":
                    o["role"] = "target"
                elif f == "ta":
                    o["role"] = ["target", "actual"]
                elif f == "at":
                    o["role"] = ["actual", "target"]
                elif f == "opt":
                    o["optional"] = True
                elif f == "total":
                    o["total"] = True
                else:
                    raise SourceError(f"unknown mark {f!r} in {piece}")
            o["label"] = label or self.before(text, last, position)
            self.add(fields[0], position, text, o)
            position += len(fields[0])
            last = position

    def before(self, text, last, position):
        """The words in front of a mention, back to the last stop or mention."""
        start = position
        while start > last and text[start - 1] not in BREAKS and text[start - 1] != "\n":
            start -= 1
        words = text[start:position].strip()
        words = re.sub(r"^(共|其中|全年|累计|并|年内|另有|另|截至目前|由|和|要求|力争|[一二三四五六]是)+", "", words)
        words = re.sub(r"(共计|共|为|达到了|达到|达|计|已达|总计|有|约|力争)+$", "", words)
        return words or (self.mentions[-1]["label"] if self.mentions else "")

    def add(self, raw, start, text, o):
        comparator, value, unit, kind = parse(raw, o.get("unit"))
        signs = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "=": "=", "": "=", "定性": "="}
        if "sign" in o:
            comparator = signs.get(o["sign"], o["sign"])
        if "comparator" in o:
            comparator = o["comparator"]
        if o.get("value"):
            value = Decimal(o["value"])
        period = o.get("period") or self.period
        year = int(period.split("/")[0].split("-")[0]) if period else self.year
        before, after = (18, 12) if len(raw) <= 10 else (12, 10)
        first, last = max(0, start - before), min(len(text), start + len(raw) + after)
        cut = text.rfind("\n", first, start)
        first = cut + 1 if cut >= 0 else first
        cut = text.find("\n", start + len(raw), last)
        last = cut if cut >= 0 else last
        m = {"kind": kind, "role": o.get("role", "actual"), "comparator": comparator, "value": value, "unit": unit,
             "raw": raw, "indicator": o.get("indicator"), "label": o["label"], "breakdown": o.get("breakdown"),
             "project": o["project"] if "project" in o else self.project, "year": year, "period": period,
             "context": text[first:last], "optional": bool(o.get("optional")),
             "key": o.get("key"), "table": self.table, "row": len(self.table) if self.table is not None else None,
             "heading_unit": o.get("unit"), "region_code": o.get("region_code"), "region": self.regions.get(o.get("region_code"), {}).get("full")}
        if not 10 <= len(m["context"]) <= 40 and len(text.strip()) >= 10:
            m["context"] = text[max(0, start - 6):start + len(raw) + 6] if len(m["context"]) > 40 else m["context"]
        self.mentions.append(m)
        ident = o.get("ident")
        if ident:
            key = (o.get("key") or "").partition(":")[0]
            name = f"{ident}.{key}" if key else ident
            if name in self.ids:
                raise SourceError(f"id {name} is taken")
            self.ids[name] = m
        if o.get("key") in ("w", "s") and self.table is not None:
            (self.weights if o["key"] == "w" else self.scores).append((m, self.current["mark"] == "total", self.table))


def regions(path):
    with open(path, encoding="utf-8") as f:
        rows = {r["code"]: r for r in csv.DictReader(f)}
    for r in rows.values():
        name, parent = r["name"], r["parent"]
        while parent:
            name, parent = rows[parent]["name"] + name, rows[parent]["parent"]
        r["full"] = name
    return rows


def load(folder, table):
    return [Report(os.path.join(folder, n), table) for n in sorted(os.listdir(folder)) if n.endswith(".src")]
