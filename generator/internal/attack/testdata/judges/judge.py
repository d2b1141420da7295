"""Prints what pyHanko says of each file: accepts, refuses or unsigned. Trust in
certificates does not count."""

import logging
import os
import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)


def judge(name):
    with open(name, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        if not signatures:
            return "unsigned"
        for s in signatures:
            is_stamp = s.sig_object.get("/Type") == "/DocTimeStamp"
            check = validate_pdf_timestamp if is_stamp else validate_pdf_signature
            status = check(s, ValidationContext(trust_roots=[s.signer_cert], allow_fetching=False))
            if not (status.intact and status.valid and status.docmdp_ok is not False):
                return "refuses"
    return "accepts"


for name in sys.argv[1:]:
    try:
        said = judge(name)
    except Exception:
        said = "refuses"
    print(os.path.basename(name), said, flush=True)
