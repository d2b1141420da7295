"""Fills content controls as Word does: fill_docx.py FORM ANSWERS OUT"""
import json
import sys

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill(control, answer):
    properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    box, date, hint = properties.find(W14 + "checkbox"), properties.find(qn("w:date")), properties.find(qn("w:showingPlcHdr"))
    if box is not None:
        box.find(W14 + "checked").set(W14 + "val", "1")
        content.find(qn("w:r")).find(qn("w:t")).text = "\u2611"
        return
    if hint is not None:
        properties.remove(hint)
    if date is not None:
        day, month, year = answer.split(".")
        date.set(qn("w:fullDate"), f"{year}-{month}-{day}T00:00:00Z")
    for run in list(content):
        content.remove(run)
    for i, line in enumerate(answer.split("\n")):
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        if i:
            run.append(OxmlElement("w:br"))
        text.text = line
        text.set(SPACE, "preserve")
        run.append(text)
        content.append(run)


form, answers, out = sys.argv[1:4]
document = Document(form)
left = json.load(open(answers, encoding="utf-8"))
for control in document.element.body.iter(qn("w:sdt")):
    answer = left.pop(control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val")), None)
    if answer is not None:
        fill(control, answer)
assert not left, left
document.save(out)
