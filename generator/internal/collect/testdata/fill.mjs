// Fills a form as Firefox does, with its own engine: fill.mjs FORM ANSWERS OUT
import { readFileSync, writeFileSync } from "node:fs";

const { getDocument } = await import(process.env.PDFJS);
const [form, answers, out] = process.argv.slice(2);
const doc = await getDocument({ data: new Uint8Array(readFileSync(form)), verbosity: 0 }).promise;
const fields = await doc.getFieldObjects();
for (const [name, answer] of Object.entries(JSON.parse(readFileSync(answers)))) {
  const places = (fields[name] ?? []).filter(place => place.id && place.type);
  if (!places.length) throw new Error(`no field ${name}`);
  for (const place of places) {
    doc.annotationStorage.setValue(place.id, { value: place.type === "checkbox" ? true : answer });
  }
}
writeFileSync(out, await doc.saveDocument());
