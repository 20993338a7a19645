package vn.motcua.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.agency.Agency;
import vn.motcua.agency.ShippedAgencies;
import vn.motcua.shared.AgencyCode;

/**
 * What a folder must be before it becomes a version: whole, or with the reason why a part is missing; in plain words, in both
 * languages; with conditions that mean something, for agencies that may; and true to its own samples.
 */
final class FolderCheck {

    private final FolderSchema schema;
    private final Path services;
    private final Function<AgencyCode, Optional<Agency>> agencies;
    private @Nullable Neighbours neighbours;

    /**
     * @param services the folder of all services, where the schemas lie
     * @param agencies those that the portal knows
     */
    FolderCheck(Path services, Function<AgencyCode, Optional<Agency>> agencies) {
        this.schema = new FolderSchema(services);
        this.services = services;
        this.agencies = agencies;
    }

    /** Against the agencies that come with the release; needs no portal. */
    static FolderCheck withoutPortal(Path services) {
        return new FolderCheck(services, new ShippedAgencies()::find);
    }

    void refuseWrong(ServiceFolder folder) {
        var wrong = check(folder).all().stream().filter(Remark::isMistake).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("services/" + folder.code() + " cannot be published:\n  "
                    + wrong.stream().map(Remark::toString).collect(Collectors.joining("\n  ")));
        }
    }

    /** Everything to say about the folder, and how much was looked at. */
    Remarks check(ServiceFolder folder) {
        var remarks = new Remarks();
        schema.check(folder, remarks);
        if (remarks.hasMistakes()) {
            return remarks; // nothing else could be understood
        }
        Plainness.check(FolderTexts.check(folder, remarks), remarks);
        var content = FolderContent.of(folder, remarks);
        if (content == null) {
            return remarks;
        }
        Completeness.missing(content.procedure())
                .forEach(missing -> remarks.mistake(ServiceFolder.SERVICE, "procedure", "%s", missing));
        if (ConditionCheck.check(content, remarks)) {
            DeadEnds.check(content, remarks);
        }
        new AuthorityCheck(content, agencies, remarks).check();
        var beside = beside();
        beside.add(folder);
        PaperCheck.check(content, beside, remarks);
        var definition = content.definition();
        if (definition == null && !folder.samples().isMissingNode()) {
            remarks.warning(ServiceFolder.SAMPLES, "", "nobody serves it online, so that its samples are not tried");
        }
        if (definition != null && !remarks.hasMistakes()) {
            new SampleCheck(content, definition, agencies, remarks).check();
        }
        return remarks;
    }

    /** Read when the first folder needs it: a start on which nothing changed reads nothing. */
    private Neighbours beside() {
        var known = neighbours;
        if (known == null) {
            known = new Neighbours(services);
            neighbours = known;
        }
        return known;
    }

    /** What a folder that cannot even be read has to say. */
    static Remark unreadable(RuntimeException failure) {
        var message = String.valueOf(failure.getMessage());
        int colon = message.indexOf(": ");
        boolean named = message.matches("(?s)(service|form|samples)\\.yaml.*") && colon > 0;
        var place = named ? message.substring(0, colon) : ServiceFolder.SERVICE;
        int slash = place.indexOf('/');
        return new Remark(
                Remark.Weight.MISTAKE,
                slash < 0 ? place : place.substring(0, slash),
                slash < 0 ? "" : place.substring(slash + 1),
                named ? message.substring(colon + 2) : message);
    }

    List<Remark> remarks(Path path) {
        try {
            return check(ServiceFolder.read(path)).all();
        } catch (IllegalArgumentException e) {
            return List.of(unreadable(e));
        }
    }
}
