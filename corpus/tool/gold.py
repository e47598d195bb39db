"""From a report to its gold file: the document line, mentions in order of appearance, and relations worked out."""
import json
import re
from decimal import Decimal

from quantity import bounds
from source import SourceError


def plain(v):
    if isinstance(v, list):
        return [plain(x) for x in v]
    if isinstance(v, Decimal):
        return int(v) if v == v.to_integral_value() else float(v)
    return v


def document(report, source):
    head = report.head
    titles = options(head["title"])
    return {"type": "document", "source": source, "title": titles, "doc_type": options(head["type"]),
            "agency": options(head["agency"]), "evaluator": head.get("evaluator") or None, "region_code": report.region,
            "region": options(report.region_name), "year": report.year, "period": head.get("period") or str(report.year),
            "projects": report.projects, "status": "ok", "warnings": []}


def options(text):
    names = text.split("/") if text else [None]
    return names[0] if len(names) == 1 else names


KEYS = ("kind", "role", "comparator", "value", "unit", "raw", "indicator", "label", "breakdown", "project", "year",
        "period", "context", "optional")


def observation(m):
    o = {"type": "observation"} | {k: plain(m[k]) for k in KEYS}
    if m.get("region_code"):
        o["region_code"], o["region"] = m["region_code"], m["region"]
    return o


def low(i):
    return i[0] if i[0] is not None else Decimal("-Infinity")


def high(i):
    return i[1] if i[1] is not None else Decimal("Infinity")


def meet(a, b):
    return low(a) <= high(b) and low(b) <= high(a)


def add(parts):
    return sum(low(p) for p in parts), sum(high(p) for p in parts)


def divide(a, b):
    return low(a) / high(b) * 100 if high(b) else Decimal(0), high(a) / low(b) * 100


def reaches(actual, goal):
    """Whether an actual is proved to reach its target (both are mentions)."""
    a, sign = bounds(actual), goal["comparator"]
    sign = sign[0] if isinstance(sign, list) else sign
    value = Decimal(str(goal["value"]))
    caps = ("fund.cost", "correction.reoffending_rate", "exam.error_rate")
    first = goal["indicator"][0] if isinstance(goal["indicator"], list) else goal["indicator"]
    if sign in ("<", "<=") or sign == "=" and first in caps:
        return high(a) <= value or Decimal(str(actual["value"])) <= value
    if sign == ">":
        return low(a) > value or Decimal(str(actual["value"])) > value
    return low(a) >= value or Decimal(str(actual["value"])) >= value


def number(m):
    return f"{m['label']}{m['raw']}"


def relations(report):
    """All relation lines; a verdict that differs from the one the source expects is an error."""
    out = []
    for whole, parts in totals(report):
        out.append(line("sum", meet(bounds(whole), add([bounds(p) for p in parts])),
                        f"{number(whole)}应为各项之和{sum(Decimal(str(p['value'])) for p in parts)}", [whole, *parts], False))
    for r in report.relations:
        if isinstance(r, tuple):
            _, actual, goal = r
            early = actual["period"] != goal["period"] and not reaches(actual, goal)  # a year's goal, before its end
            out.append(line("target", reaches(actual, goal), f"{number(actual)}，目标{goal['raw']}", [actual, goal], early))
        else:
            out.append(written(report, r))
    return out


def totals(report):
    for column in (report.weights, report.scores):
        for table in {id(t): t for _, _, t in column}.values():
            whole = [m for m, total, t in column if total and t is table]
            parts = [m for m, total, t in column if not total and t is table]
            if whole and len(parts) > 1:
                yield whole[0], parts


def written(report, text):
    text, _, message = text.partition(" -- ")
    m = re.match(r"(\w+)([!?]*)\s+(.*)$", text)
    if not m:
        raise SourceError(f"{report.path}: relation {text!r}")
    rule, marks, rest = m.groups()
    names = re.findall(r"[^\s=+/<>~-]+", rest)
    try:
        ms = [report.ids[n] for n in names]
    except KeyError as e:
        raise SourceError(f"{report.path}: no mention is named {e} in {text!r}") from e
    b = [bounds(x) for x in ms]
    if rule == "sum":
        holds = meet(b[0], add(b[1:]))
        told = message or f"{number(ms[0])} = {' + '.join(x['raw'] for x in ms[1:])}"
    elif rule == "less":
        rule, holds = "sum", meet(b[0], add(b[1:]))
        told = message or f"{number(ms[0])} = {' + '.join(x['raw'] for x in ms[1:])}"
    elif rule == "ratio":
        holds = meet(b[0], divide(b[1], b[2]))
        told = message or f"{number(ms[0])} = {ms[1]['raw']} / {ms[2]['raw']}"
    elif rule == "growth":
        rule, change = "ratio", divide(b[1], b[2])
        change = (change[0] - 100, change[1] - 100)
        holds = meet(b[0], change) or meet(b[0], (-change[1], -change[0]))
        told = message or f"{number(ms[0])}：由{ms[2]['raw']}到{ms[1]['raw']}"
    elif rule == "target":
        holds = reaches(ms[0], ms[1])
        told = message or f"{number(ms[0])}，目标{ms[1]['raw']}"
    elif rule == "conflict":
        holds = all(meet(b[0], x) for x in b[1:])
        told = message or f"{ms[0]['label']}各处所述：{'、'.join(x['raw'] for x in ms)}"
    elif rule == "bound":
        holds = low(b[0]) <= high(b[1])
        told = message or f"{number(ms[0])}不应大于{number(ms[1])}"
    else:
        raise SourceError(f"{report.path}: unknown rule {rule}")
    if holds == ("!" in marks):
        raise SourceError(f"{report.path}: {text!r} {'holds' if holds else 'does not hold'}: {told}")
    return line(rule, holds, told, ms, "?" in marks)


def line(rule, holds, message, mentions, optional):
    return {"type": "relation", "rule": rule, "holds": bool(holds), "message": message,
            "raws": [m["raw"] for m in mentions], "optional": optional}


def lines(report, source):
    records = [document(report, source), *map(observation, report.mentions), *relations(report)]
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
