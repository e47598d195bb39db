"""make --check: what is committed agrees with the sources, and the made files hold every mention."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
from html import unescape

import gold
import office
import page
import truth


def squeeze(s):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", s))


def text_of(path):
    """The words of a made file, by means other than the ones that made it where there are any."""
    ext = path.rsplit(".", 1)[1]
    if ext in ("docx", "html"):
        if ext == "docx":
            with zipfile.ZipFile(path) as z:
                raw = z.read("word/document.xml").decode("utf-8")
        else:
            with open(path, "rb") as f:
                data = f.read()
            raw = data.decode("gb18030" if b"gb2312" in data[:400] or b"gbk" in data[:400] else "utf-8")
        return unescape(re.sub(r"<[^>]*>", "", raw))
    if ext == "txt":
        with open(path, "rb") as f:
            return f.read().decode("gb18030")
    if ext == "pdf" and shutil.which("pdftotext"):
        layouts = [subprocess.run(["pdftotext", *how, path, "-"], capture_output=True, text=True).stdout for how in ([], ["-layout"])]
        return re.sub(r"\n\s*- ?\d+ ?-\s*", "", "\n".join(layouts))
    if shutil.which("soffice"):
        table = ext in ("xls", "xlsx")  # every sheet as shown, one file each
        how = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1" if table else "txt:Text (encoded):UTF8"
        with tempfile.TemporaryDirectory() as work:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{office.profile()}", "--convert-to", how, "--outdir", work, path],
                           capture_output=True, timeout=180)
            parts = []
            for name in sorted(os.listdir(work)):
                with open(os.path.join(work, name), encoding="utf-8") as f:
                    parts.append(f.read())
            return "\n".join(parts)
    return None


MEASURES = "件起宗例人名个家场次份册本张台套部期幅封面条批项户万亿元分%％‰面处辆"
NUMERAL = re.compile(rf"(?<![A-Za-z〔\\d.第])[\d,]*\d(?:\.\d+)?[余多]?[ ]?[{MEASURES}]|[一二三四五六七八九十百两]+余?[件起宗名个家场份台期次块处项种]|百分之[一二三四五六七八九十]+")


def unmarked(report):
    """Numbers with a measure word that no mention covers: to be read by eye, most are traps on purpose."""
    text = "\n".join(report.masked)
    for hit in NUMERAL.finditer(text):
        yield text[max(0, hit.start() - 12):hit.end() + 8].replace("\n", "/")


def run(here, reports):
    wrong = []
    for r in reports:
        name = r.head["file"]
        stem = name.rsplit(".", 1)[0]
        wanted = gold.lines(r, name)
        have = read(os.path.join(here, "gold", stem + ".jsonl"))
        if have != wanted:
            wrong.append(f"gold/{stem}.jsonl: not what {r.path} gives; run make")
        source_text = squeeze("\n".join(page.lines_of(r)))
        path = os.path.join(here, "reports", name)
        made = text_of(path) if os.path.exists(path) else None
        if not os.path.exists(path):
            wrong.append(f"{name}: not made")
        made = squeeze(made) if made else None
        for m in r.mentions:
            context, raw = squeeze(m["context"]), squeeze(m["raw"])
            if raw not in context or context not in source_text:
                wrong.append(f"{name}: {m['raw']} not in its context {m['context']!r}")
            elif not (10 if m["table"] is None else 5) <= len(m["context"]) <= 40 or "\n" in m["context"]:
                wrong.append(f"{name}: context of {len(m['context'])} characters: {m['context']!r}")
            elif made and raw not in made:
                wrong.append(f"{name}: {m['raw']} is not in the made file")
            elif made and m["table"] is None and name.rsplit(".", 1)[1] != "pdf" and context not in made:
                wrong.append(f"{name}: context {m['context']!r} is not in the made file")
        for line in wanted.splitlines():
            x = json.loads(line)
            if x["type"] == "relation" and x["rule"] in ("sum", "ratio", "conflict") and not x["holds"] and "violated" not in r.head:
                wrong.append(f"{name}: does not add up, and the head does not say `violated:`: {x['message']}")
    if read(os.path.join(here, "truth.csv")) != truth.text(reports):
        wrong.append("truth.csv: not what the sources give; run make")
    for w in wrong:
        print(w)
    print(f"{len(reports)} reports, {sum(len(r.mentions) for r in reports)} mentions, {len(wrong)} wrong")
    return 1 if wrong else 0


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as f:
        return f.read()
