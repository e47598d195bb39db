"""Writes a report as DOCX, XLSX, HTML or TXT with the standard library; LibreOffice makes the rest of them."""
import hashlib
import os
import re
import subprocess
import tempfile
import zipfile
from html import escape

STAMP = (2025, 1, 1, 0, 0, 0)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' \
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
FACES = {"serif": ("Noto Serif CJK SC", "Noto Sans CJK SC"), "sans": ("Noto Sans CJK SC", "Noto Sans CJK SC"),
         "wqy": ("WenQuanYi Micro Hei", "Noto Sans CJK SC"), "office": ("仿宋", "黑体")}


def pack(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in files:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, text if isinstance(text, bytes) else text.encode("utf-8"))


def spans(rows):
    """The grid of a table with `<` and `^` resolved: {(row, column): (text, rowspan, colspan, header)}."""
    cells, owner = {}, {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row["cells"]):
            if text == "<":
                owner[r, c] = owner[r, c - 1]
            elif text == "^":
                owner[r, c] = owner[r - 1, c]
            else:
                owner[r, c] = (r, c)
                cells[r, c] = [text, 1, 1, row["header"]]
                continue
            top, left = owner[r, c]
            cells[top, left][1] = max(cells[top, left][1], r - top + 1)
            cells[top, left][2] = max(cells[top, left][2], c - left + 1)
    return cells, owner


# --- DOCX -------------------------------------------------------------------------------------------------
def run(text, face, half_points, bold=False):
    b = "<w:b/>" if bold else ""
    fonts = f'<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:eastAsia="{face}"/>'
    parts = escape(text, quote=False).split("\n")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{p}</w:t>' for p in parts)
    return f'<w:r><w:rPr>{fonts}{b}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>{body}</w:r>'


def paragraph(text, face, size, align="left", indent=False, bold=False, style=None, before=0):
    ps = f'<w:pStyle w:val="{style}"/>' if style else ""
    ind = '<w:ind w:firstLine="560"/>' if indent else ""
    gap = f'<w:spacing w:before="{before}" w:line="360" w:lineRule="auto"/>'
    return f'<w:p><w:pPr>{ps}{gap}{ind}<w:jc w:val="{align}"/></w:pPr>{run(text, face, size, bold)}</w:p>'


def docx_table(rows, face, width, split):
    cells, owner = spans(rows)
    columns = len(rows[0]["cells"])
    lengths = [max(2, max((len(t[0]) / t[2] for (r, c), t in cells.items() if c == i), default=2)) for i in range(columns)]
    lengths = [min(x, 18) ** 0.6 for x in lengths]
    widths = [int(width * x / sum(lengths)) for x in lengths]
    out = ['<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>' % width]
    out += [f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for s in ("top", "left", "bottom", "right", "insideH", "insideV")]
    out.append('</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>')
    out += [f'<w:gridCol w:w="{w}"/>' for w in widths] + ["</w:tblGrid>"]
    for r, row in enumerate(rows):
        kept = "" if split else "<w:cantSplit/>" + ("<w:tblHeader/>" if row["header"] and r < 2 else "")
        out.append(f"<w:tr><w:trPr>{kept}</w:trPr>")
        c = 0
        while c < columns:
            top, left = owner[r, c]
            text, _, colspan, header = cells[top, left]
            rowspan = cells[top, left][1]
            pr = f'<w:tcW w:w="{sum(widths[c:c + colspan])}" w:type="dxa"/>'
            if colspan > 1:
                pr += f'<w:gridSpan w:val="{colspan}"/>'
            if rowspan > 1:
                pr += '<w:vMerge w:val="restart"/>' if top == r else "<w:vMerge/>"
            pr += '<w:vAlign w:val="center"/>'
            lines = text.split("<br>") if top == r else [""]
            align = "left" if len(text) > 14 else "center"
            body = "".join(f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr>{run(x, face, 20, header)}</w:p>' for x in lines)
            out.append(f"<w:tc><w:tcPr>{pr}</w:tcPr>{body}</w:tc>")
            c += colspan
        out.append("</w:tr>")
    out.append("</w:tbl>")
    return "".join(out) + '<w:p><w:pPr><w:spacing w:line="120" w:lineRule="auto"/></w:pPr></w:p>'


def docx(report, path, style=None):
    body_face, head_face = FACES[style or report.head.get("style", "office")]
    wide = report.head.get("page") == "landscape"
    width, height = (15840, 12240) if wide else (11906, 16838)
    margin = 1134 if wide else 1418
    out = []
    for kind, value in report.blocks:
        if kind == "table":
            out.append(docx_table(value, body_face, width - 2 * margin, report.head.get("split") == "yes"))
        elif kind == "h1":
            out.append(paragraph(value, head_face, 36, "center", bold=True, style="Title"))
        elif kind in ("h2", "h3", "h4"):
            out.append(paragraph(value, head_face, 30 if kind == "h2" else 28, "left", True, True, "Heading" + str(int(kind[1]) - 1), 120))
        elif kind == "caption":
            out.append(paragraph(value, head_face, 22, "center"))
        elif kind == "cover":
            out.append(paragraph(value, head_face, 36, "center", before=360))
        elif kind == "right":
            out.append(paragraph(value, body_face, 28, "right"))
        elif kind == "page":
            out.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        elif kind == "plain":
            out.append(paragraph(value, body_face, 24, "left"))
        elif kind != "sheet":
            out.append(paragraph(value, body_face, 28, "both", True))
    orient = ' w:orient="landscape"' if wide else ""
    section = f'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{width}" w:h="{height}"{orient}/>' \
              f'<w:pgMar w:top="{margin}" w:bottom="{margin}" w:left="{margin}" w:right="{margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    doc = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {W}><w:body>{"".join(out)}{section}</w:body></w:document>'
    field = '<w:r><w:t xml:space="preserve">- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' \
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r>'
    footer = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p></w:ftr>'
    names = [("Normal", "Normal", None), ("Title", "Title", None)] + [(f"Heading{i}", f"heading {i}", i - 1) for i in (1, 2, 3)]
    styles = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {W}>' + "".join(
        f'<w:style w:type="paragraph"{" w:default=%s1%s" % (chr(34), chr(34)) if i == "Normal" else ""} w:styleId="{i}"><w:name w:val="{n}"/>'
        + (f'<w:pPr><w:outlineLvl w:val="{o}"/></w:pPr>' if o is not None else "") + "</w:style>" for i, n, o in names) + "</w:styles>"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ct = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    pack(path, [
        ("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{ct}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{ct}.styles+xml"/>'
         f'<Override PartName="/word/footer1.xml" ContentType="{ct}.footer+xml"/></Types>'),
        ("_rels/.rels", relationships([("rId1", f"{rels}/officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", relationships([("rId1", f"{rels}/styles", "styles.xml"), ("rId2", f"{rels}/footer", "footer1.xml")])),
        ("word/document.xml", doc), ("word/styles.xml", styles), ("word/footer1.xml", footer)])


def relationships(items):
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + \
        "".join(f'<Relationship Id="{i}" Type="{t}" Target="{x}"/>' for i, t, x in items) + "</Relationships>"


# --- XLSX -------------------------------------------------------------------------------------------------
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


# --- HTML and TXT -----------------------------------------------------------------------------------------
def html_body(report):
    out = []
    for kind, value in report.blocks:
        if kind == "table":
            cells, _ = spans(value)
            out.append('<table border="1" cellspacing="0" cellpadding="4" width="100%">')
            for r, row in enumerate(value):
                out.append("<tr>")
                for (top, c), (text, rowspan, colspan, header) in sorted(cells.items()):
                    if top == r:
                        tag = "th" if header else "td"
                        attrs = (f' rowspan="{rowspan}"' if rowspan > 1 else "") + (f' colspan="{colspan}"' if colspan > 1 else "")
                        out.append(f'<{tag}{attrs}>{escape(text, quote=False).replace("&lt;br&gt;", "<br>")}</{tag}>')
                out.append("</tr>\n")
            out.append("</table>")
        elif kind in ("h1", "h2", "h3", "h4"):
            out.append(f"<{kind}>{escape(value, quote=False)}</{kind}>")
        elif kind not in ("page", "sheet"):
            style = {"right": ' style="text-align:right"', "caption": ' style="text-align:center"', "cover": ' style="text-align:center"',
                     "p": ' style="text-indent:2em"'}.get(kind, "")
            out.append(f"<p{style}>{escape(value, quote=False)}</p>")
    return "\n".join(out)


def word_html(title, body, charset):
    """The HTML that word processors save: every run of Latin text and digits in a span of its own."""
    text = re.compile(r">([^<>]+)<")
    latin = re.compile(r"((?:&[a-z]+;|[ -;=?-~])+)")
    body = text.sub(lambda m: ">" + latin.sub(r"<span lang=EN-US style='font-family:Times New Roman'>\1</span>", m[1]) + "<", body)
    body = re.sub(r"<p(.*?)>(.*?)</p>", r"<p class=MsoNormal\1><span style='font-size:16.0pt;font-family:仿宋_GB2312'>\2<o:p></o:p></span></p>", body)
    return (f'<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\n<head>\n'
            f'<meta http-equiv=Content-Type content="text/html; charset={charset}">\n<meta name=Generator content="Microsoft Word 15">\n<title>{escape(title)}</title>\n'
            '<!--[if gte mso 9]><xml><o:DocumentProperties><o:Pages>12</o:Pages><o:Words>4210</o:Words></o:DocumentProperties></xml><![endif]-->\n'
            "<style><!-- p.MsoNormal {margin:0cm; line-height:28.0pt; font-size:16.0pt;} --></style>\n</head>\n<body lang=ZH-CN>\n<div class=WordSection1>\n"
            f"{body}\n</div>\n</body>\n</html>\n")


def html(report, path, folder):
    body = html_body(report)
    name = report.head.get("site")
    if report.head.get("html") == "word":
        page = word_html(report.head["title"], body, "gb2312")
    elif name:
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            page = f.read()
        page = page.replace("{{title}}", escape(report.head["title"])).replace("{{body}}", body).replace("{{agency}}", report.head["agency"])
    else:
        page = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{escape(report.head["title"])}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    charset = report.head.get("charset", "utf-8")
    with open(path, "wb") as f:
        f.write(page.encode(charset))


def lines_of(report):
    for kind, value in report.blocks:
        if kind == "table":
            for row in value:
                yield "\t".join(c for c in row["cells"] if c not in ("<", "^")).replace("<br>", "\n")
        elif kind == "sheet":
            yield ""
        elif kind == "p":
            yield "　　" + value
        elif kind in ("h1", "cover", "caption"):
            yield " " * max(0, 24 - len(value)) + value
        elif kind == "right":
            yield " " * 40 + value
        else:
            yield value


def txt(report, path):
    with open(path, "wb") as f:
        f.write("".join(x + "\r\n" for x in lines_of(report)).encode("gb18030"))


# --- LibreOffice ------------------------------------------------------------------------------------------
FILTERS = {"pdf": "pdf:writer_pdf_Export", "doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "xls": "xls:MS Excel 97"}


def convert(source, target):
    """One file through LibreOffice, with a profile of its own and a fixed clock where it asks for one."""
    ext = target.rsplit(".", 1)[1]
    with tempfile.TemporaryDirectory() as work:
        env = dict(os.environ, SOURCE_DATE_EPOCH="1735689600", TZ="UTC", HOME=work, LC_ALL="C.UTF-8")
        done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile()}", "--convert-to", FILTERS[ext], "--outdir", work, source],
                              env=env, capture_output=True, text=True, timeout=180)
        made = os.path.join(work, os.path.basename(source).rsplit(".", 1)[0] + "." + ext)
        if not os.path.exists(made):
            raise RuntimeError(f"LibreOffice made no {target}: {done.stdout} {done.stderr}")
        with open(made, "rb") as f:
            data = f.read()
        with open(target, "wb") as f:
            f.write(still(data) if ext == "pdf" else data)


def still(data):
    """A PDF without the hour it was made at: same lengths, so that its cross-reference table stays right."""
    data = re.sub(rb"/CreationDate\(D:\d{14}", b"/CreationDate(D:20250101000000", data)
    digest = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
    body, trailer = data[:-2000], digest.sub(b"0" * 32, data[-2000:])
    name = hashlib.md5(body + trailer).hexdigest().upper().encode()
    return body + digest.sub(name, trailer)


PROFILE = []


def profile():
    if not PROFILE:
        PROFILE.append(tempfile.TemporaryDirectory(prefix="corpus-office-"))
    return PROFILE[0].name


def write(report, path, folder):
    ext = path.rsplit(".", 1)[1]
    if ext == "docx":
        docx(report, path)
    elif ext == "xlsx":
        xlsx(report, path)
    elif ext == "html":
        html(report, path, folder)
    elif ext == "txt":
        txt(report, path)
    else:
        with tempfile.TemporaryDirectory() as work:
            stem = os.path.basename(path).rsplit(".", 1)[0]
            first = os.path.join(work, stem + (".xlsx" if ext == "xls" else ".docx"))
            (xlsx if ext == "xls" else docx)(report, first)
            convert(first, path)
