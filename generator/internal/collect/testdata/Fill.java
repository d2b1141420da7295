import java.io.File;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Fills in a form: Fill.java FORM OUT [flat] NAME VALUE NAME VALUE … */
public class Fill {
    public static void main(String[] args) throws Exception {
        boolean flat = args[2].equals("flat");
        try (PDDocument document = Loader.loadPDF(new File(args[0]))) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            for (int i = flat ? 3 : 2; i + 1 < args.length; i += 2) {
                PDField field = form.getField(args[i]);
                if (field instanceof PDCheckBox) {
                    ((PDCheckBox) field).check();
                } else {
                    field.setValue(args[i + 1]);
                }
            }
            if (flat) {
                form.flatten();
            }
            document.save(args[1]);
        }
    }
}
