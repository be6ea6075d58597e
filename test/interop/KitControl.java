import java.io.*;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import javax.xml.transform.*;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.*;

/**
 * The control of the kit engine: a kit's own ISO pipeline run by Saxon-HE in one JVM.
 * Reads lines "schematron TAB document" (paths) and answers, for each, lines "finding TAB kind TAB test TAB message" and a
 * last one "done TAB processor milliseconds" or "error TAB reason". Includes and tables are found whatever the case of their
 * names, as on the disks the kit was written on.
 */
public class KitControl {
  static final Processor SAXON = new Processor(false);
  static final Map<String, XsltExecutable> COMPILED = new HashMap<>();
  static Path engine;

  public static void main(String[] arguments) throws Exception {
    engine = Paths.get(arguments[0], "schematrons", "moteur");
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    for (String line; (line = lines.readLine()) != null; ) {
      String[] parts = line.split("\t");
      try {
        XsltExecutable schematron = compiled(Paths.get(parts[0]));
        long start = processorTime();
        XdmNode report = validate(schematron, Paths.get(parts[1]));
        double time = (processorTime() - start) / 1e6;
        tell(report, out);
        out.println("done\t" + time);
      } catch (Exception fault) {
        out.println("error\t" + String.valueOf(fault.getMessage()).replaceAll("\\s+", " "));
      }
    }
  }

  static XsltExecutable compiled(Path schematron) throws Exception {
    XsltExecutable known = COMPILED.get(schematron.toString());
    if (known != null) return known;
    XdmNode step = SAXON.newDocumentBuilder().build(new StreamSource(schematron.toFile()));
    for (String name : List.of("iso_dsdl_include.xsl", "iso_abstract_expand.xsl", "iso_svrl_for_xslt2.xsl")) {
      XsltTransformer transformer = compiler().compile(new StreamSource(engine.resolve(name).toFile())).load();
      transformer.setURIResolver(KitControl::resolve);
      transformer.setMessageListener((content, terminate, locator) -> {});
      XdmDestination result = new XdmDestination();
      result.setBaseURI(schematron.toUri());
      transformer.setInitialContextNode(step);
      transformer.setDestination(result);
      transformer.transform();
      step = result.getXdmNode();
    }
    XsltExecutable executable = compiler().compile(step.asSource());
    COMPILED.put(schematron.toString(), executable);
    return executable;
  }

  static XsltCompiler compiler() {
    XsltCompiler compiler = SAXON.newXsltCompiler();
    compiler.setURIResolver(KitControl::resolve);
    compiler.setErrorListener(new ErrorListener() {
      public void warning(TransformerException fault) {}
      public void error(TransformerException fault) {}
      public void fatalError(TransformerException fault) {}
    });
    return compiler;
  }

  static XdmNode validate(XsltExecutable schematron, Path document) throws Exception {
    XsltTransformer transformer = schematron.load();
    transformer.setURIResolver(KitControl::resolve);
    transformer.setMessageListener((content, terminate, locator) -> {});
    transformer.setSource(new StreamSource(document.toFile()));
    XdmDestination result = new XdmDestination();
    transformer.setDestination(result);
    transformer.transform();
    return result.getXdmNode();
  }

  static Source resolve(String href, String base) {
    URI uri = URI.create(base).resolve(href.replace(" ", "%20").replace('\\', '/'));
    if (!"file".equals(uri.getScheme())) return null;
    Path found = Paths.get("/");
    for (Path name : Paths.get(URI.create("file://" + uri.getRawPath())).normalize()) {
      Path next = found.resolve(name);
      if (!Files.exists(next)) {
        String[] names = found.toFile().list();
        for (String other : names == null ? new String[0] : names) if (other.equalsIgnoreCase(name.toString())) next = found.resolve(other);
      }
      found = next;
    }
    return new StreamSource(found.toFile());
  }

  static void tell(XdmNode report, PrintStream out) throws Exception {
    XPathCompiler xpath = SAXON.newXPathCompiler();
    xpath.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
    for (XdmItem item : xpath.evaluate("//svrl:failed-assert | //svrl:successful-report", report)) {
      XdmNode node = (XdmNode) item;
      String test = node.getAttributeValue(new QName("test"));
      String text = xpath.evaluate("string-join(svrl:text, ' ')", node).toString();
      out.println("finding\t" + node.getNodeName().getLocalName() + "\t" + clean(test) + "\t" + clean(text));
    }
  }

  /** Of the whole process: other processes weigh less on it than on the clock. */
  static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  static String clean(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").trim();
  }
}
