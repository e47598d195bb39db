"""Writes a report as XLSX: numbers as numbers with a format that shows them as written, joined cells as joined."""
import re
from html import escape

from package import pack, relationships, spans


def column(i):
    return (column(i // 26 - 1) if i >= 26 else "") + chr(65 + i % 26)


FORMATS = {"0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "0.0": 164, "0.0%": 165, "#,##0.0": 166}


def number_format(text, percent):
    m = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)", text)
    if not m or (m[3] and not percent) or (len(m[1]) > 1 and m[1][0] == "0"):
        return None
    places = len(m[2] or "")
    code = ("#,##0" if "," in m[1] else "0") + ("." + "0" * places if places else "") + m[3]
    if code not in FORMATS:
        return None
    value = m[1].replace(",", "") + ("." + m[2] if m[2] else "")
    if m[3]:
        digits = value.replace(".", "")
        shift = places + 2
        digits = digits.zfill(shift + 1)
        value = digits[:-shift] + "." + digits[-shift:]
    return FORMATS[code], value


def xlsx(report, path):
    sheets, strings = [[report.head.get("sheet", "自评表"), []]], []
    for kind, value in report.blocks:
        if kind == "sheet":
            if sheets[-1][1]:
                sheets.append([value, []])
            else:
                sheets[-1][0] = value
        elif kind != "page":
            sheets[-1][1].append((kind, value))
    parts = [sheet(blocks, strings, report.head.get("percent") == "number") for _, blocks in sheets]
    codes = "".join(f'<numFmt numFmtId="{i}" formatCode="{c}"/>' for c, i in FORMATS.items() if i > 163)
    ids = [0] + list(FORMATS.values())
    edge = "".join(f'<{s} style="thin"><color auto="1"/></{s}>' for s in ("left", "right", "top", "bottom"))
    align = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
    xfs = "".join(f'<xf numFmtId="{i}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">{align}</xf>' for i in ids)
    xfs += f'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">{align}</xf>'
    xfs += '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="center" wrapText="1"/></xf>'
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ct = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    n = len(sheets)
    shared = f'{top}<sst xmlns="{ns}" count="{len(strings)}" uniqueCount="{len(strings)}">' + "".join(
        f'<si><t xml:space="preserve">{escape(s, quote=False)}</t></si>' for s in strings) + "</sst>"
    pack(path, [
        ("[Content_Types].xml", f'{top}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{ct}.sheet.main+xml"/>'
         + "".join(f'<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{ct}.worksheet+xml"/>' for i in range(n))
         + f'<Override PartName="/xl/styles.xml" ContentType="{ct}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{ct}.sharedStrings+xml"/></Types>'),
        ("_rels/.rels", relationships([("rId1", f"{rels}/officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", relationships([(f"rId{i + 1}", f"{rels}/worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(n)]
                                                     + [("rId90", f"{rels}/styles", "styles.xml"), ("rId91", f"{rels}/sharedStrings", "sharedStrings.xml")])),
        ("xl/workbook.xml", f'{top}<workbook xmlns="{ns}" xmlns:r="{rels}"><sheets>' + "".join(
            f'<sheet name="{escape(s[0])}" sheetId="{i + 1}" r:id="rId{i + 1}"/>' for i, s in enumerate(sheets)) + "</sheets></workbook>"),
        ("xl/styles.xml", f'{top}<styleSheet xmlns="{ns}"><numFmts count="3">{codes}</numFmts><fonts count="2"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts>'
         '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
         f'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{edge}<diagonal/></border></borders>'
         f'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{len(ids) + 2}">{xfs}</cellXfs></styleSheet>'),
        ("xl/sharedStrings.xml", shared)] + [(f"xl/worksheets/sheet{i + 1}.xml", p) for i, p in enumerate(parts)])


def sheet(blocks, strings, percent):
    width = max([len(v[0]["cells"]) for k, v in blocks if k == "table"] or [8])
    rows, merges, plain = [], [], len(FORMATS) + 2

    def text(r, c, s, style):
        if s not in strings:
            strings.append(s)
        return f'<c r="{column(c)}{r}" s="{style}" t="s"><v>{strings.index(s)}</v></c>'

    for kind, value in blocks:
        if kind != "table":
            r = len(rows) + 1
            rows.append(f'<row r="{r}" ht="{30 if kind == "h1" else 18 + 14 * (len(value) // 60)}" customHeight="1">{text(r, 0, value, len(FORMATS) + 1 if kind == "h1" else plain)}</row>')
            merges.append(f"A{r}:{column(width - 1)}{r}")
            continue
        cells, owner = spans(value)
        first = len(rows) + 1
        last_column = len(value[0]["cells"]) - 1
        for i, _ in enumerate(value):
            r, out = first + i, []
            for c in range(width):
                if c > last_column:
                    break
                if (i, c) not in cells:
                    out.append(f'<c r="{column(c)}{r}" s="0"/>')
                    continue
                s, rowspan, colspan, _ = cells[i, c]
                n = number_format(s, percent)
                if n:
                    out.append(f'<c r="{column(c)}{r}" s="{1 + list(FORMATS.values()).index(n[0])}"><v>{n[1]}</v></c>')
                elif s:
                    out.append(text(r, c, s.replace("<br>", "\n"), 0))
                else:
                    out.append(f'<c r="{column(c)}{r}" s="0"/>')
                if rowspan > 1 or colspan > 1:
                    merges.append(f"{column(c)}{r}:{column(c + colspan - 1)}{r + rowspan - 1}")
            rows.append(f'<row r="{r}">{"".join(out)}</row>')
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cols = f'<cols><col min="1" max="{width}" width="15" customWidth="1"/></cols>'
    merged = f'<mergeCells count="{len(merges)}">{"".join(f"<mergeCell ref={chr(34)}{m}{chr(34)}/>" for m in merges)}</mergeCells>' if merges else ""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{ns}">{cols}<sheetData>{"".join(rows)}</sheetData>{merged}</worksheet>'
