"""Writes a report in the format its name asks for; LibreOffice makes PDF, DOC, RTF and XLS from DOCX and XLSX."""
import hashlib
import os
import re
import subprocess
import tempfile

import page
import sheet
import word

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
        word.docx(report, path)
    elif ext == "xlsx":
        sheet.xlsx(report, path)
    elif ext == "html":
        page.html(report, path, folder)
    elif ext == "txt":
        page.txt(report, path)
    else:
        with tempfile.TemporaryDirectory() as work:
            stem = os.path.basename(path).rsplit(".", 1)[0]
            first = os.path.join(work, stem + (".xlsx" if ext == "xls" else ".docx"))
            (sheet.xlsx if ext == "xls" else word.docx)(report, first)
            convert(first, path)
