import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;

/**
 * Prints what EU DSS says of each file: "accepts", "warns" of changes, "refuses", or
 * "unsigned". Trust in certificates does not count.
 */
public class Judge {
  public static void main(String[] names) {
    for (String name : names) {
      String said;
      try {
        said = judge(new File(name));
      } catch (Throwable e) {
        said = "refuses";
      }
      System.out.println(new File(name).getName() + " " + said);
    }
  }

  static String judge(File file) {
    SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
    validator.setCertificateVerifier(new CommonCertificateVerifier());
    Reports reports = validator.validateDocument();
    SimpleReport report = reports.getSimpleReport();
    if (report.getSignatureIdList().isEmpty()) {
      return "unsigned";
    }
    boolean warns = false;
    for (String id : report.getSignatureIdList()) {
      boolean untrusted = report.getIndication(id) == Indication.INDETERMINATE
          && report.getSubIndication(id) == SubIndication.NO_CERTIFICATE_CHAIN_FOUND;
      if (report.getIndication(id) != Indication.TOTAL_PASSED && !untrusted) {
        return "refuses";
      }
      var signature = reports.getDiagnosticData().getSignatureById(id);
      warns |= !signature.getPdfUndefinedChanges().isEmpty() || !signature.getPdfAnnotationChanges().isEmpty()
          || !signature.getPdfAnnotationsOverlapConcernedPages().isEmpty()
          || !signature.getPdfVisualDifferenceConcernedPages().isEmpty()
          || !signature.getPdfPageDifferenceConcernedPages().isEmpty();
    }
    return warns ? "warns" : "accepts";
  }
}
