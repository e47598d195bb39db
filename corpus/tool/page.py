"""Writes a report as HTML or TXT."""
import os
import re
from html import escape

from package import spans


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
