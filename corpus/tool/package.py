"""What DOCX and XLSX share: a zip with a fixed clock, its relationships, and tables with joined cells."""
import zipfile

STAMP = (2025, 1, 1, 0, 0, 0)


def pack(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in files:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, text if isinstance(text, bytes) else text.encode("utf-8"))


def relationships(items):
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + \
        "".join(f'<Relationship Id="{i}" Type="{t}" Target="{x}"/>' for i, t, x in items) + "</Relationships>"


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
