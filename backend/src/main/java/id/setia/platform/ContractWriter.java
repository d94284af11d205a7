package id.setia.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the contract and the list of problem codes anew, from the compiled program. */
final class ContractWriter {

    private ContractWriter() {}

    /** Takes the directory of the published resources. */
    public static void main(String[] arguments) throws IOException {
        Path resources = Path.of(arguments[0]);
        write(resources, Contract.PUBLISHED, Contract.ofProgram());
        write(resources, ProblemCodeList.PUBLISHED, ProblemCodeList.ofProgram());
    }

    private static void write(Path resources, String name, String text) throws IOException {
        Path file = resources.resolve(name.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
