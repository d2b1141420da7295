import java.io.File;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Joins files: Join.java MODE OUT IN… */
public class Join {
    public static void main(String[] args) throws Exception {
        PDFMergerUtility merger = new PDFMergerUtility();
        merger.setAcroFormMergeMode(PDFMergerUtility.AcroFormMergeMode.valueOf(args[0]));
        for (int i = 2; i < args.length; i++) {
            merger.addSource(new File(args[i]));
        }
        merger.setDestinationFileName(args[1]);
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    }
}
