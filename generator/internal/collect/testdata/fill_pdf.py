"""Fills a form as programs do that write the file anew or, with a fourth
argument, append to it as Acrobat does: fill_pdf.py FORM ANSWERS OUT [append]"""
import json
import sys

from pypdf import PdfWriter

form, answers, out = sys.argv[1:4]
values = {name: "/Yes" if answer == "Yes" else answer for name, answer in json.load(open(answers, encoding="utf-8")).items()}
writer = PdfWriter(form, incremental=len(sys.argv) > 4)
for page in writer.pages:
    writer.update_page_form_field_values(page, values, auto_regenerate=False)
writer.write(out)
