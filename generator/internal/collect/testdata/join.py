"""Joins files: join.py HOW OUT IN…"""
import sys
import warnings

how, out, files = sys.argv[1], sys.argv[2], sys.argv[3:]
if how.startswith("pypdf"):
    import pypdf

    writer = pypdf.PdfWriter(clone_from=files[0] if how == "pypdf into" else None)
    for i, name in enumerate(files[1:] if how == "pypdf into" else files):
        reader = pypdf.PdfReader(name)
        if how == "pypdf named":
            reader.add_form_topname(f"form{i}")
        if how in ("pypdf pages", "pypdf into"):
            for page in reader.pages:
                writer.add_page(page)
        else:
            writer.append(reader)
    writer.write(out)
elif how.startswith("pikepdf"):
    import pikepdf

    warnings.simplefilter("ignore")
    joined = pikepdf.open(files[0]) if how == "pikepdf into" else pikepdf.new()
    for name in files[1:] if how == "pikepdf into" else files:
        joined.pages.extend(pikepdf.open(name).pages)
    joined.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
else:
    import pymupdf

    joined = pymupdf.open()
    for name in files:
        joined.insert_pdf(pymupdf.open(name))
    joined.save(out)
