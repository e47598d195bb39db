"""Writes a report as DOCX."""
from html import escape

from package import pack, relationships, spans

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' \
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
FACES = {"serif": ("Noto Serif CJK SC", "Noto Sans CJK SC"), "sans": ("Noto Sans CJK SC", "Noto Sans CJK SC"),
         "wqy": ("WenQuanYi Micro Hei", "Noto Sans CJK SC"), "office": ("仿宋", "黑体")}


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
