"""The truth of county x year: whole-year, whole-county figures named `#truth-...` by the sources."""
import csv
import io

from gold import plain

INDICATORS = {"cases": "legal_aid.cases", "mediation": "mediation.cases", "budget": "fund.budget", "spent": "fund.spent",
              "rate": "fund.execution_rate", "consultations": "legal_aid.consultations",
              "satisfaction": "service.satisfaction", "events": "publicity.events"}


def rows(reports):
    for r in reports:
        if r.head.get("truth") != "yes":
            continue
        for name, indicator in INDICATORS.items():
            m = next((r.ids[k] for k in ("T" + name, f"T{name}.a", f"T.{name}") if k in r.ids), None)
            if m is None:
                continue
            yield [r.region, r.region_name.split("市")[-1] or r.region_name, r.year, indicator, plain(m["value"]), m["unit"], r.head["file"]]


def text(reports):
    out = io.StringIO()
    w = csv.writer(out, lineterminator="\n")
    w.writerow(["region_code", "region", "year", "indicator", "value", "unit", "source"])
    w.writerows(sorted(rows(reports), key=lambda x: (x[0], x[2], list(INDICATORS.values()).index(x[3]))))
    return out.getvalue()


def write(path, reports):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text(reports))
